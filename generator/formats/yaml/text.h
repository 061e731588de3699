// The text of a YAML file as written. A parser reports where nodes begin; this class finds where they end, and their
// lines and columns. Offsets are bytes in the text, which must outlive the object.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "base/text.h"

namespace causerie {

// A scalar from its first character (including a quote or block indicator) to one past its last.
struct WrittenScalar {
  char style = 0;  // ' or ", | or >, 0 for a plain one
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_closed = true;       // the closing quote is present
  bool is_verbatim = false;    // each line of the value is in the text verbatim
  std::size_t text_begin = 0;  // of the value's first line, including its indentation
  int indentation = 0;         // columns before each line of the value
};

class YamlText {
 public:
  YamlText(std::string_view text, Position begin) : text_(text), begin_(begin) {}

  std::string_view text() const { return text_; }
  char operator[](std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  // Positions in the user's file. Calls with ascending offsets cost one pass through the text in total.
  Position at(std::size_t offset);
  Span span(std::size_t begin, std::size_t end);

  WrittenScalar scalar(std::size_t begin, std::string_view value) const;
  // Skips white space, comments and the characters in `also`.
  std::size_t skip_blanks(std::size_t offset, std::string_view also = "") const;
  // Skips anchors and tags, and the white space and comments after them.
  std::size_t skip_properties(std::size_t offset) const;
  // Skips the name of an anchor, tag or alias.
  std::size_t skip_word(std::size_t offset) const;
  std::size_t line_begin(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;  // excluding `\r\n`

 private:
  WrittenScalar block(std::size_t begin, std::string_view value) const;
  WrittenScalar quoted(std::size_t begin, std::string_view value) const;
  WrittenScalar plain(std::size_t begin, std::string_view value) const;

  std::string_view text_;
  Position begin_;
  std::size_t known_offset_ = 0;  // at() continues from here
  Position known_{1, 1};
  std::optional<LineIndex> lines_;  // created when at() is called with a smaller offset
};

}  // namespace causerie
