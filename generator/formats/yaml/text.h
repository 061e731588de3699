// The text of a YAML file as it was written. A parser tells where things begin; how far they reach, and which line and
// column that is, is found here. Offsets are bytes in the text, which must outlive the object.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "base/text.h"

namespace causerie {

// A scalar between its first character (a quote or block indicator included) and one past its last.
struct WrittenScalar {
  char style = 0;  // ' or ", | or >, 0 for a plain one
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_closed = true;       // its last quote is there
  bool is_verbatim = false;    // each line of the value stands in the text as it is
  std::size_t text_begin = 0;  // of the value's first line, indentation included
  int indentation = 0;         // columns before each line of the value
};

class YamlText {
 public:
  YamlText(std::string_view text, Position begin) : text_(text), begin_(begin) {}

  std::string_view text() const { return text_; }
  char operator[](std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  // In the user's file. Offsets that ascend from call to call cost one pass through the text in all.
  Position at(std::size_t offset);
  Span span(std::size_t begin, std::size_t end);

  WrittenScalar scalar(std::size_t begin, std::string_view value) const;
  // Past blanks, line ends, comments and what is in `also`.
  std::size_t skip_blanks(std::size_t offset, std::string_view also = "") const;
  // Past anchors and tags, and the blanks behind them.
  std::size_t skip_properties(std::size_t offset) const;
  // Past the word of an anchor, tag or alias.
  std::size_t skip_word(std::size_t offset) const;
  std::size_t line_begin(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;  // of its last character; a `\r` does not count

 private:
  WrittenScalar block(std::size_t begin, std::string_view value) const;
  WrittenScalar quoted(std::size_t begin, std::string_view value) const;
  WrittenScalar plain(std::size_t begin, std::string_view value) const;

  std::string_view text_;
  Position begin_;
  std::size_t known_offset_ = 0;  // at() continues from here
  Position known_{1, 1};
  std::optional<LineIndex> lines_;  // made when at() is asked for something before
};

}  // namespace causerie
