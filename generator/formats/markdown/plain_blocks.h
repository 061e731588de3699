// A Markdown text as a reader meets it, without any markup: what is compared where it matters what changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/markdown.h"

namespace causerie {

enum class PlainKind : char { paragraph = 'p', heading = 'h', item = 'i', code = 'c' };

// Words with one blank between them; of code, its lines.
struct PlainBlock {
  PlainKind kind = PlainKind::paragraph;
  std::string text;
  bool operator==(const PlainBlock&) const = default;
};

// Its paragraphs, headings, items and rows, in order, notes at the end. Destinations, raw HTML and the numbers of notes
// are left out; words between an image's brackets stand for it, `…` for a link without words of its own.
std::vector<PlainBlock> plain_blocks(std::string_view text, const MarkdownOptions&);

}  // namespace causerie
