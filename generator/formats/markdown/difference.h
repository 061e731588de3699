// Compares two versions of a Markdown text.
//
// Only the parts that differ are parsed as Markdown, because parsing takes most of the time. Parts begin and end at
// block boundaries where nothing else in the text affects how they are parsed; if that is not certain, the parts are
// the complete texts.
#pragma once

#include <string_view>
#include <vector>

#include "formats/markdown/markdown.h"
#include "formats/markdown/text_difference.h"

namespace causerie {

struct ChangedParts {
  std::string_view before;
  std::string_view after;
};

// Returns the parts that differ. The plain blocks of each text are those of its part, plus blocks that are the same in
// both texts.
ChangedParts changed_parts(std::string_view before, std::string_view after);

std::vector<DifferenceBlock> markdown_difference(std::string_view before, std::string_view after,
                                                 const MarkdownOptions&);

}  // namespace causerie
