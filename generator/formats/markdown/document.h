// A Markdown text as events, before anything is made of them.
#pragma once

#include <string_view>

#include "formats/markdown/placeholders.h"

namespace causerie {

// With tables assembled and marks resolved; places are offsets in the text as written. `marks` is of the same text.
MarkdownDocument read_document(std::string_view text, const MarkdownOptions&, MarkdownPlaceholders& placeholders);

}  // namespace causerie
