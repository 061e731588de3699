// A Markdown text as a reader sees it, without markup: the basis for comparing versions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/markdown.h"

namespace causerie {

enum class PlainKind : char { paragraph = 'p', heading = 'h', item = 'i', code = 'c' };

// Text with single spaces between words; for code, its lines.
struct PlainBlock {
  PlainKind kind = PlainKind::paragraph;
  std::string text;
  bool operator==(const PlainBlock&) const = default;
};

// Returns the paragraphs, headings, items, table rows and code blocks in order, footnotes at the end. Leaves out
// destinations, raw HTML and footnote numbers; an image is replaced by its alternative text, a link without text by
// `…`.
std::vector<PlainBlock> plain_blocks(std::string_view text, const MarkdownOptions&);

}  // namespace causerie
