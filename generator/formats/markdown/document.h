// A Markdown text as events, before anything is made of them.
#pragma once

#include <string_view>

#include "formats/markdown/events.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/placeholders.h"

namespace causerie {

// With tables assembled and marks resolved; places are offsets in the text as written. `marks` is of the same text.
MarkdownDocument read_document(std::string_view text, const MarkdownOptions&, MarkdownPlaceholders& placeholders);

// cmark's tree as a list of events. The only file that knows cmark.

// CommonMark 0.30, nothing added. Positions are offsets in this text.
MarkdownDocument read_markdown_tree(std::string_view text);

}  // namespace causerie
