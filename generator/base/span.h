// Source locations: positions in a text file that a person wrote.
//
// Lines and columns are 1-based; a column counts code points, not bytes, to match an editor's cursor. Line 0 means the
// file as a whole.
#pragma once

#include <compare>
#include <string>

namespace causerie {

struct Position {
  int line = 0;
  int column = 0;
  auto operator<=>(const Position&) const = default;
};

// A range of text; `end` is one past its last character. An empty span marks a point.
struct Span {
  Position begin;
  Position end;
  auto operator<=>(const Span&) const = default;
};

// A span in a file. `file` is relative to the site's folder, with `/` between names on every system.
struct SourceLocation {
  std::string file;
  Span span;
  auto operator<=>(const SourceLocation&) const = default;
};

}  // namespace causerie
