// cmark's tree as a list of events. The only file that knows cmark.
#pragma once

#include <string_view>

#include "formats/markdown/events.h"

namespace causerie {

// CommonMark 0.30, nothing added. Positions are offsets in this text.
MarkdownDocument read_markdown_tree(std::string_view text);

}  // namespace causerie
