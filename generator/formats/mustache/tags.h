// Scans the tags of a mustache template and their source locations. For a broken template the library reports a byte
// offset, this scanner a diagnostic with a source location.
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
  std::size_t begin = 0;  // of the tag, including its delimiters
  std::size_t end = 0;
  Span span;  // the same range as source positions
  // Alone on its line except for spaces and tabs (never a variable): the line leaves nothing in the output.
  bool is_standalone = false;
  std::size_t line_begin = 0;  // of a standalone tag's line or lines, including the line end
  std::size_t line_end = 0;
  bool operator==(const Tag&) const = default;
};

// One template as its author wrote it.
struct TemplateFile {
  std::string file;  // for diagnostics
  std::string text;
  std::vector<Tag> tags;
  bool is_sound = true;  // false if an error was reported in it
};

// Sections may nest this deep in a rendered template; the library processes them recursively.
inline constexpr int section_depth_limit = 100;

// REQUIRES: valid UTF-8 without a byte-order mark, with `\n` line ends. Never fails: reports each mistake once (an
// unclosed tag or section, a wrong end, a name with white space) and sets `is_sound` to false. Set-delimiter tags work
// as in the mustache specification.
TemplateFile read_template(std::string file, std::string text, Diagnostics&);

}  // namespace causerie
