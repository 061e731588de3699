// Finds the source offsets of links, images and raw HTML, which cmark reports only roughly.
//
// cmark counts columns in bytes and from the paragraph's first line, as if all its lines had the same indentation; it
// does not count the lines of link definitions before a paragraph, nor line ends inside the syntax of a link. So its
// location is used as a guess and checked against the source; if it is wrong, the text is searched.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "formats/markdown/events.h"

namespace causerie {

// The lines of the parsed text, numbered from 1.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);
  int count() const { return static_cast<int>(starts_.size()); }
  std::size_t begin(int line) const;      // offset of a line's first byte; the text's size past the last line
  std::string_view line(int line) const;  // without the line end
  int line_at(std::size_t offset) const;
  // Returns the offset of a line's content, after white space and the markers of `quotes` block quotes. Not for a
  // paragraph's first line.
  std::size_t content(int line, int quotes) const;
  std::size_t content_of(const ParagraphLines& paragraph, int line) const;
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

class InlineLocator {
 public:
  explicit InlineLocator(const SourceLines& lines) : lines_(lines) {}
  void begin(const ParagraphLines& block);
  // Returns the offset of one of the characters `openings` (`!` means `![`) that cmark locates at line and column, in
  // front of `words`. REQUIRES: the calls for a block are in source order.
  std::size_t locate(int line, int column, std::string_view openings, std::string_view words,
                     std::string_view destination);

 private:
  bool holds(std::size_t offset, std::string_view openings, std::string_view words) const;
  std::size_t search(std::string_view openings, std::string_view destination) const;

  const SourceLines& lines_;
  ParagraphLines block_;
  int skipped_lines_ = 0;  // lines of link definitions at the start of the block
  std::size_t cursor_ = 0;
};

// Converts offsets to positions. Ascending offsets are fast: a long line is not counted from its start each time.
class PositionCursor {
 public:
  explicit PositionCursor(std::string_view text) : lines_(text) {}
  Position at(std::size_t offset);
  const SourceLines& lines() const { return lines_; }

 private:
  SourceLines lines_;
  std::size_t offset_ = 0;
  Position position_{1, 1};
};

}  // namespace causerie
