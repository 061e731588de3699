// A text as its writer sees it: words with their places, and what went wrong between the writer and Markdown. For
// `check`, which reads texts a second time for this, so that a build carries nothing of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace causerie {

struct PlainWord {
  std::string text;        // as written, entities and escapes decoded
  int link = -1;           // index into the links
  bool is_next = false;    // nothing but blanks, emphasis and the edges of links stand before it, up to another word
  std::size_t offset = 0;  // in the text, of its first byte
  std::size_t end = 0;     // one past its last
};

struct PlainLink {
  std::string destination;
  std::size_t offset = 0;  // of its `[`
};

// What a writer can't have meant; an offset in the text each.
struct PlainText {
  std::vector<std::vector<PlainWord>> paragraphs;  // quotes, headings, lists of code and raw HTML left out
  std::vector<PlainLink> links;
  std::vector<std::size_t> signs;              // `**` that became no emphasis
  std::vector<std::size_t> lists;              // indented so far that they are code: of their first line
  std::vector<std::size_t> wordless_pictures;  // `<img>` without `alt`
  bool has_more = false;                       // `<!-- more -->`
};

// CommonMark without anything added: a note's text is a paragraph here, a table's rows are lines of one.
PlainText read_plain_text(std::string_view text);

}  // namespace causerie
