// Where links, images and raw HTML stand in the source, which cmark tells by half.
//
// cmark counts columns in bytes and from the paragraph's first line, as if all its lines were indented alike; it does
// not count lines of link definitions before a paragraph, nor line ends inside a link's own parts. So its word is taken
// as a guess, tried against the source, and the text is searched where it does not hold.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "formats/markdown/events.h"

namespace causerie {

// The lines of the text that was parsed, numbered from 1.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);
  int count() const { return static_cast<int>(starts_.size()); }
  std::size_t begin(int line) const;      // of a line's first byte; the text's size past the last line
  std::string_view line(int line) const;  // without its line end
  int line_at(std::size_t offset) const;
  // Where the words of a paragraph's later line begin, behind blanks and the signs of that many block quotes.
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
  // The offset of one of the characters `openings` (`!` stands for `![`), which cmark puts at line and column, before
  // `words`. Each block's places are asked for in order.
  std::size_t locate(int line, int column, std::string_view openings, std::string_view words,
                     std::string_view destination);

 private:
  bool holds(std::size_t offset, std::string_view openings, std::string_view words) const;
  std::size_t search(std::string_view openings, std::string_view destination) const;

  const SourceLines& lines_;
  ParagraphLines block_;
  int skipped_lines_ = 0;  // of link definitions before the words
  std::size_t cursor_ = 0;
};

// Positions in a text of many offsets that mostly ascend: a long line is not counted from its start each time.
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
