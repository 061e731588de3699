// Reads a Markdown text into a list of events, before any pass changes it.
#pragma once

#include <string_view>

#include "formats/markdown/events.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/placeholders.h"

namespace causerie {

// document.cc: reads the text, assembles its tables and resolves its placeholders. Offsets are in the text as written.
// REQUIRES: `placeholders` was constructed from the same text.
MarkdownDocument read_document(std::string_view text, const MarkdownOptions&, MarkdownPlaceholders& placeholders);

// cmark_tree.cc, the only file that uses cmark: reads CommonMark 0.30 without additions. Offsets are in this text.
MarkdownDocument read_markdown_tree(std::string_view text);

}  // namespace causerie
