// Images become leaves with their words as plain text; one that is alone in its paragraph becomes a figure.
#pragma once

#include "formats/markdown/events.h"

namespace causerie {

// Links and images are numbered anew: what stood inside an image's words, a link's words, or in notes that nobody
// calls, is gone.
void collapse_images(MarkdownDocument& document);

// An image alone in its paragraph, or alone in a link alone there; its title becomes the caption.
void make_figures(MarkdownDocument& document);

}  // namespace causerie
