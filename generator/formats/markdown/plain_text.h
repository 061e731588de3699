// A text as its writer sees it: words with their offsets, and constructs that Markdown did not read as intended. Only
// for `check`, which parses texts again for it, so that builds do not pay for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "formats/markdown/almost_links.h"

namespace causerie {

struct PlainWord {
  std::string text;        // as written, entities and escapes decoded
  int link = -1;           // index into the links
  bool is_next = false;    // only white space, emphasis and link boundaries are between the previous word and this one
  std::size_t offset = 0;  // of its first byte in the text
  std::size_t end = 0;     // one past its last
};

struct PlainLink {
  std::string destination;
  std::size_t offset = 0;  // of its `[`
};

// The words and links of a text, and offsets of what its writer cannot have intended.
struct PlainText {
  std::vector<std::vector<PlainWord>> paragraphs;  // without block quotes, headings, code and raw HTML
  std::vector<PlainLink> links;
  std::vector<std::size_t> signs;               // `**` that became no emphasis
  std::vector<std::size_t> lists;               // lists indented so far that they are code: of their first lines
  std::vector<std::size_t> images_without_alt;  // `<img>` without `alt`
  std::vector<AlmostLink> almost_links;
  std::vector<std::size_t> inline_code;  // `onclick`, `style` and their like in raw HTML: of their names
  bool has_more = false;                 // the text contains `<!-- more -->`
};

// Reads plain CommonMark: a footnote's text is a paragraph here, and a table's rows are lines of one.
PlainText read_plain_text(std::string_view text);

}  // namespace causerie
