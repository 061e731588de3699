// What changed between two states of a Markdown text.
//
// Only the parts that differ are read as Markdown, which takes most of the time. They begin and end where blocks do,
// and where nothing else in the text has a say in how they are read; where that is not certain, they are the whole
// texts.
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

// The plain blocks of both texts are those of their parts, amid others that are the same in both.
ChangedParts changed_parts(std::string_view before, std::string_view after);

std::vector<DifferenceBlock> markdown_difference(std::string_view before, std::string_view after,
                                                 const MarkdownOptions&);

}  // namespace causerie
