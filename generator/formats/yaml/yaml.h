// YAML as a person wrote it: every key and value with its source location, every scalar as text.
//
// The caller decides what a scalar means (a number, a date, a boolean): `title: no` is the text "no". Aliases are
// replaced by copies, within limits; anchors, tags and styles leave no other trace.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"

namespace causerie {

enum class NodeKind { null, scalar, sequence, map };

struct NodeEntry;

struct Node {
  NodeKind kind = NodeKind::null;
  std::string text;                // of a scalar; of a null as written ("", "~", "null")
  bool is_plain = false;           // a scalar without quotes or a block indicator
  Span span;                       // in the user's file
  std::vector<Node> items;         // of a sequence
  std::vector<NodeEntry> entries;  // of a map, in source order; keys are distinct scalars

  // Where the text of a scalar begins in the file, and whether each of its lines is in the file verbatim (literal
  // blocks and single-line values without escapes), so that a position in the text corresponds to a position in the
  // file.
  Position text_begin;
  bool text_is_verbatim = false;

  // Returns the value of a key, or null.
  const Node* find(std::string_view key) const;
  // Converts a position inside `text` (1-based) to a position in the file: exact if the text is verbatim, else the
  // start of the value.
  Position position_in_file(Position in_text) const;
};

struct NodeEntry {
  Node key;
  Node value;
};

// Limits far above what people write and far below what causes problems.
inline constexpr int yaml_depth_limit = 100;
inline constexpr std::size_t yaml_expansion_limit = 1'000'000;  // nodes that aliases may add to a document

// Parses the first document of `text`; a second one must be empty (some files are fenced with `---` on both sides).
// Broken YAML, a duplicate key, a key that is a list or map, and an exceeded limit are reported as errors, one each.
// REQUIRES: valid UTF-8 without a byte-order mark; CRLF counts as one line end. `begin` is where the text starts in the
// file. nullopt if the text is broken; a null node if it is empty. Escaped surrogate pairs are joined; a lone surrogate
// becomes U+FFFD and is reported as an error, or as a warning if `is_foreign`.
std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Position begin, bool is_foreign,
                               Diagnostics&);

}  // namespace causerie
