// YAML as a person wrote it: every key and value with its place, every scalar as text.
//
// What a scalar means (a number, a date, a truth) is for its reader to say: `title: no` is the text "no". Aliases are
// copied where they stand, within limits; anchors, tags and styles leave no other trace.
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
  std::string text;                // of a scalar; of a null, what was written for it ("", "~", "null")
  bool is_plain = false;           // a scalar without quotes or block indicator
  Span span;                       // in the user's own file
  std::vector<Node> items;         // of a sequence
  std::vector<NodeEntry> entries;  // of a map, in the order written; keys are scalars and differ

  // Where the text of a scalar begins in the file, and whether each of its lines stands there as it is (literal blocks
  // and values on one line without escapes): then a place inside the text is a place in the file.
  Position text_begin;
  bool text_is_verbatim = false;

  // The value of a key, or null.
  const Node* find(std::string_view key) const;
  // Where a position inside `text` (1-based) stands in the file: exact where the text is verbatim, else the value's
  // start.
  Position position_in_file(Position in_text) const;
};

struct NodeEntry {
  Node key;
  Node value;
};

// Limits, chosen far above what people write and far below what hurts.
inline constexpr int yaml_depth_limit = 100;
inline constexpr std::size_t yaml_expansion_limit = 1'000'000;  // nodes that aliases may add to a document

// Reads the first document of `text`; a second one must be empty (files fenced with `---` on both sides occur). Broken
// YAML, a duplicate or a compound key, and a passed limit are errors, one each. The text must be valid UTF-8 and
// without a byte-order mark; CRLF counts as one line end. `begin` is where the text starts in the file. Nothing where
// it is broken; a null node where it is empty. Escaped halves of surrogates are joined; a lone half becomes U+FFFD and
// is an error, or with `is_foreign` a warning.
std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Position begin, bool is_foreign,
                               Diagnostics&);

}  // namespace causerie
