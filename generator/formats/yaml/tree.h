// Builds a tree from a parser's events and makes the checks that the parser omits: invalid and duplicate keys, depth,
// aliases that multiply.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "formats/yaml/text.h"
#include "formats/yaml/yaml.h"

namespace causerie {

// Thrown through the parser to stop it; the reason has been reported.
struct YamlStop {};

// A complete node, and what limits and source locations need. Offsets are bytes in the text.
struct FinishedNode {
  Node node;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t weight = 1;  // number of nodes in it; a long text counts as several
  int height = 1;
};

// A sequence or map whose end has not been reached.
struct OpenNode {
  FinishedNode whole;  // so far
  std::size_t anchor = 0;
  bool is_flow = false;
  bool awaits_value = false;  // a map, after a key
  std::optional<Node> key;    // nullopt if the key is invalid
};

// An anchor is a number assigned by the parser, 0 for none.
class YamlTree {
 public:
  YamlTree(YamlText& source, const std::string& file, Diagnostics& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  // Call order: (add | repeat | open … close)*, in the order of the text.
  void open(NodeKind kind, std::size_t begin, bool is_flow, std::size_t anchor);
  void close();
  void add(FinishedNode child, std::size_t anchor);
  void repeat(std::size_t anchor, std::size_t begin, std::size_t end);

  const OpenNode* innermost() const { return open_.empty() ? nullptr : &open_.back(); }
  bool is_key_next() const;
  // The key of the map that the next node is a value of, or an item of a list in; empty if there is none.
  std::string_view key_above() const;
  std::optional<std::size_t> open_bracket() const;  // offset of the innermost open `[` or `{`
  std::optional<std::size_t> last_bracket() const { return last_bracket_; }
  bool has_faulty_key() const { return has_faulty_key_; }
  std::optional<Node>& root() { return root_; }

  Diagnostic& error(DiagnosticCode code, Span span, std::string message);
  [[noreturn]] void stop(DiagnosticCode code, std::size_t begin, std::size_t end, std::string message);

 private:
  std::optional<Node> checked_key(FinishedNode child, bool is_flow);
  bool is_explicit(std::size_t key) const;
  void drop_duplicates(std::vector<NodeEntry>& entries);
  void refuse_depth(std::size_t height, std::size_t begin);
  void count_copies(std::size_t weight, std::size_t begin, std::size_t end);

  YamlText& source_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::vector<OpenNode> open_;
  std::optional<Node> root_;
  std::unordered_map<std::size_t, FinishedNode> anchored_;
  std::size_t copies_ = 0;
  std::optional<std::size_t> last_bracket_;
  bool has_faulty_key_ = false;
};

}  // namespace causerie
