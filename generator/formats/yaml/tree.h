// The tree that a parser's events build, and the checks that the parser leaves out: names that are no names or occur
// twice, depth, aliases that multiply.
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

// Thrown through the parser when reading on makes no sense; the reason has been reported.
struct YamlStop {};

// A node that is complete, and what limits and places need to know of it. Offsets are bytes in the text.
struct FinishedNode {
  Node node;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t weight = 1;  // nodes in it; a long text counts as many
  int height = 1;
};

// A sequence or map whose end has not been met.
struct OpenNode {
  FinishedNode whole;  // so far
  std::size_t anchor = 0;
  bool is_flow = false;
  bool awaits_value = false;  // a map, behind a key
  std::optional<Node> key;    // nothing if the key was faulty
};

// An anchor is a number that the parser gives, 0 for none.
class YamlTree {
 public:
  YamlTree(YamlText& source, const std::string& file, Diagnostics& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  // The calls are: (add | repeat | open … close)* in the order of the text.
  void open(NodeKind kind, std::size_t begin, bool is_flow, std::size_t anchor);
  void close();
  void add(FinishedNode child, std::size_t anchor);
  void repeat(std::size_t anchor, std::size_t begin, std::size_t end);

  const OpenNode* innermost() const { return open_.empty() ? nullptr : &open_.back(); }
  bool is_key_next() const;
  std::optional<std::size_t> open_bracket() const;  // of the innermost `[` or `{` that waits for its end
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
