// The tags of a mustache template, found by a scanner that knows where each one stands. What the library says of a
// broken template is a byte offset; what is said here is a diagnostic with a place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace causerie {

enum class TagKind { variable, unescaped, section, inverted, end, partial, comment, delimiters };

struct Tag {
  TagKind kind = TagKind::variable;
  std::string name;       // trimmed; empty for comments and delimiters
  std::size_t begin = 0;  // of the whole tag, its delimiters included
  std::size_t end = 0;
  Span span;  // of the same
  // Alone on its line but for blanks (never a variable): the line leaves no trace in the output.
  bool is_standalone = false;
  std::size_t line_begin = 0;  // of a standalone tag's line or lines; `line_end` is behind the line's end
  std::size_t line_end = 0;
  bool operator==(const Tag&) const = default;
};

// One template as its author wrote it.
struct TemplateFile {
  std::string file;  // for messages
  std::string text;
  std::vector<Tag> tags;
  bool is_sound = true;  // false: something in it was reported
};

// Sections may nest this deep in what is rendered; the library walks them by recursion.
inline constexpr int section_depth_limit = 100;

// The text must be valid UTF-8 without a byte-order mark, with `\n` line ends. Never fails: what is broken (an unclosed
// tag or section, a wrong end, a name with a blank) is reported, each mistake once, and the file is marked as unsound.
// Set-delimiter tags work as the mustache specification says.
TemplateFile read_template(std::string file, std::string text, Diagnostics&);

}  // namespace causerie
