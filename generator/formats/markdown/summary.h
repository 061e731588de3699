// What a list says of a text.
#pragma once

#include <span>

#include "formats/markdown/events.h"

namespace causerie {

// The words before MarkdownPart::more, else whole sentences of the first paragraph up to about 300 characters, as
// events that hold words only: no blocks, calls, images, raw HTML or line breaks; every part that is entered is left.
Events summary_of(const MarkdownDocument& document);

// The same of any words, links left out: for a list of contents.
Events bare_words(std::span<const Event> events);

}  // namespace causerie
