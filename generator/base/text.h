// Functions for UTF-8 text that need no Unicode tables; those that do are in unicode.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace causerie {

inline bool is_space_or_tab(char c) { return c == ' ' || c == '\t'; }
std::string_view trim(std::string_view text);  // ASCII white space at both ends
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> lines_of(std::string_view text);  // without their `\n`; the last one may be empty
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
bool is_ascii(std::string_view text);
bool is_digits(std::string_view text);  // ASCII digits, at least one
std::string ascii_lower(std::string_view text);
bool ascii_iequals(std::string_view a, std::string_view b);

// Returns the code point at `offset` and moves `offset` past it. The text must be valid UTF-8 (see
// `first_invalid_byte`).
char32_t next_wide_code_point(std::string_view text, std::size_t& offset);  // of more than one byte
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first >= 0x80) return next_wide_code_point(text, offset);
  ++offset;
  return first;
}
void append_code_point(std::string& text, char32_t code_point);
std::size_t count_code_points(std::string_view text);

// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included); nullopt if there is
// none.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

// The position of the byte at `offset`, lines and columns as in span.h. For many offsets in one text use LineIndex.
Position position_at(std::string_view text, std::size_t offset);

// Converts many offsets in one text to positions. The text must outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  Position at(std::size_t offset) const;
  std::size_t offset_of(int line) const;  // of the first byte of a 1-based line; the text's size past the end
  int line_count() const { return static_cast<int>(starts_.size()); }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

// True if a page cannot contain the character: XML 1.0 forbids it (controls except tab, LF and CR), or it is one of
// Unicode's noncharacters.
bool is_forbidden_in_pages(char32_t code_point);

// The candidates nearest to `word` by number of edits, best first, at most three. Letter case, `-`, `_` and spaces are
// ignored, so `showDate` matches `show_date`. Candidates that share too little with it are left out.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

// A hint that lists the nearest candidates: "did you mean 'a' or 'b'?"; empty if none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace causerie
