// Raw HTML that a trusted writer put into a text: its ids and relative addresses become holes.
#pragma once

#include "formats/markdown/events.h"
#include "formats/markdown/locations.h"

namespace causerie {

// Fills document.raw, and `addresses`, `requests`, `raw_ids` and `faults` of the prose.
void read_raw_html(MarkdownDocument& document, PositionCursor& positions, Prose& prose);

// `<!-- more -->` alone in its block, or among words, becomes MarkdownPart::more.
void find_more(Events& events);

// Raw HTML becomes text that shows its tags.
void show_raw_html_as_text(Events& events);

}  // namespace causerie
