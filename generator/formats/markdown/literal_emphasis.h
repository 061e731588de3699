// Signs that CommonMark left in the text although the writer meant something by them.
#pragma once

#include <vector>

#include "formats/markdown/events.h"
#include "formats/markdown/locations.h"

namespace causerie {

// `**` between a mark of punctuation beyond ASCII and a letter: by CommonMark's rule it neither begins nor ends strong
// words there, which text without blanks between its words (Chinese, Japanese) runs into.
std::vector<ProseFault> find_leftovers(const Events& events, PositionCursor& positions);

}  // namespace causerie
