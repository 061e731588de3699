// Footnotes: definitions leave the text, calls are numbered, the notes that are called follow at the end.
#pragma once

#include <vector>

#include "formats/markdown/locations.h"
#include "formats/markdown/placeholders.h"

namespace causerie {

// A note's number is the order of its first call; calls inside notes count after those of the text, note by note.
// A call without a note becomes text again; a note that nobody calls is left out. Both are faults.
std::vector<ProseFault> place_notes(MarkdownDocument& document, const MarkdownPlaceholders& placeholders,
                                    PositionCursor& positions);

// Where there are no footnotes: calls are text again, as written.
void drop_notes(Events& events, const MarkdownPlaceholders& placeholders);

}  // namespace causerie
