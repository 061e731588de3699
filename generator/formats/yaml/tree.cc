#include "formats/yaml/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "formats/yaml/faults.h"

namespace causerie {

Diagnostic& YamlTree::error(DiagnosticCode code, Span span, std::string message) {
  return diagnostics_.error(code, {file_, span}, std::move(message));
}

void YamlTree::stop(DiagnosticCode code, std::size_t begin, std::size_t end, std::string message) {
  error(code, source_.span(begin, end), std::move(message));
  throw YamlStop();
}

void YamlTree::refuse_depth(std::size_t height, std::size_t begin) {
  if (open_.size() + height <= static_cast<std::size_t>(yaml_depth_limit)) return;
  stop("yaml-limit", begin, begin + 1,
       fmt::format("lists and maps are nested more than {} levels deep", yaml_depth_limit));
}

void YamlTree::count_copies(std::size_t weight, std::size_t begin, std::size_t end) {
  copies_ += weight;
  if (copies_ > yaml_expansion_limit) stop("yaml-limit", begin, end, "aliases make this document too large");
}

bool YamlTree::is_key_next() const {
  return !open_.empty() && open_.back().whole.node.kind == NodeKind::map && !open_.back().awaits_value;
}

std::string_view YamlTree::key_above() const {
  auto node = open_.rbegin();
  while (node != open_.rend() && node->whole.node.kind == NodeKind::sequence) ++node;
  if (node == open_.rend() || !node->awaits_value || !node->key) return {};
  return node->key->text;
}

std::optional<std::size_t> YamlTree::open_bracket() const {
  const auto flow = std::find_if(open_.rbegin(), open_.rend(), [](const OpenNode& node) { return node.is_flow; });
  if (flow == open_.rend()) return std::nullopt;
  return flow->whole.begin;
}

void YamlTree::open(NodeKind kind, std::size_t begin, bool is_flow, std::size_t anchor) {
  refuse_depth(1, begin);
  OpenNode& node = open_.emplace_back();
  node.anchor = anchor;
  node.is_flow = is_flow;
  node.whole.begin = begin;
  node.whole.end = begin + (source_[begin] == '[' || source_[begin] == '{' ? 1 : 0);
  node.whole.node.kind = kind;
  node.whole.node.span.begin = node.whole.node.text_begin = source_.at(begin);
}

void YamlTree::close() {
  OpenNode closed = std::move(open_.back());
  open_.pop_back();
  FinishedNode& whole = closed.whole;
  if (closed.is_flow) {
    const std::size_t bracket = source_.skip_blanks(whole.end, ",");
    if (source_[bracket] == ']' || source_[bracket] == '}') {
      last_bracket_ = bracket;
      whole.end = bracket + 1;
    }
  }
  whole.node.span.end = source_.at(whole.end);
  if (whole.node.kind == NodeKind::map) drop_duplicates(whole.node.entries);
  ++whole.height;
  add(std::move(whole), closed.anchor);
}

void YamlTree::add(FinishedNode child, std::size_t anchor) {
  if (anchor != 0) {
    count_copies(child.weight, child.begin, child.end);  // anchored nodes are stored as copies too
    anchored_.emplace(anchor, child);
  }
  if (open_.empty()) {
    root_ = std::move(child.node);
    return;
  }
  OpenNode& parent = open_.back();
  FinishedNode& whole = parent.whole;
  whole.end = std::max(whole.end, child.end);
  whole.weight += child.weight;
  whole.height = std::max(whole.height, child.height);
  if (whole.node.kind == NodeKind::sequence) {
    whole.node.items.push_back(std::move(child.node));
  } else if (!parent.awaits_value) {
    parent.awaits_value = true;
    parent.key = checked_key(std::move(child), parent.is_flow);
  } else {
    parent.awaits_value = false;
    if (parent.key) whole.node.entries.push_back({*std::move(parent.key), std::move(child.node)});
  }
}

void YamlTree::repeat(std::size_t anchor, std::size_t begin, std::size_t end) {
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end()) stop("broken-yaml", begin, end, "this alias is inside the value that it repeats");
  refuse_depth(static_cast<std::size_t>(found->second.height) - 1, begin);
  count_copies(found->second.weight, begin, end);
  FinishedNode copy = found->second;
  copy.begin = begin;
  copy.end = end;
  copy.node.span = source_.span(begin, end);
  add(std::move(copy), 0);
}

std::optional<Node> YamlTree::checked_key(FinishedNode child, bool is_flow) {
  Node& key = child.node;
  const bool lacks_colon = !is_flow && source_[source_.skip_blanks(child.end)] != ':' && !is_explicit(child.begin);
  if (const auto hidden = lacks_colon ? explain_hidden_character(source_, child.begin) : std::nullopt) {
    error("broken-yaml", source_.span(hidden->begin, hidden->end), hidden->message).hint(hidden->hint);
  } else if (key.kind == NodeKind::sequence || key.kind == NodeKind::map) {
    error("broken-yaml", key.span, "a list or a map cannot be the name of a value")
        .hint("put quotes around a text that begins with '{' or '['");
  } else if (key.kind == NodeKind::null && key.text.empty()) {
    error("broken-yaml", key.span, "a name is missing in front of the ':'");
  } else if (const auto text = lacks_colon ? explain_text_at_margin(source_, child.begin) : std::nullopt) {
    error("broken-yaml", source_.span(text->begin, text->end), text->message).hint(text->hint);
  } else if (lacks_colon) {
    // yaml-cpp accepts a line without a colon as a key; YAML requires a `?` before such a key.
    error("broken-yaml", key.span, "this line has no ': '")
        .hint(
            "write a name, a ':' and a space in front of the value, or indent this line if it continues the one above");
  } else {
    key.kind = NodeKind::scalar;
    return std::move(key);
  }
  has_faulty_key_ = true;
  return std::nullopt;
}

// True if the key is written after a `?`.
bool YamlTree::is_explicit(std::size_t key) const {
  const std::size_t line = source_.line_begin(key);
  return trim(source_.text().substr(line, key - line)).ends_with('?');
}

void YamlTree::drop_duplicates(std::vector<NodeEntry>& entries) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].key.text < entries[b].key.text; });
  std::vector<bool> is_repeated(entries.size());
  struct Repeated {
    std::size_t entry, earlier;
  };
  std::vector<Repeated> repeated;
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Node& key = entries[order[i]].key;
    const Node& earlier = entries[order[first]].key;
    if (key.text != earlier.text) {
      first = i;
      continue;
    }
    is_repeated[order[i]] = true;
    repeated.push_back({order[i], order[first]});
  }
  std::ranges::sort(repeated, {}, &Repeated::entry);
  // If the map's first key is repeated and others after it, it is the next item of a list, without its '-'.
  const bool is_an_item = repeated.size() > 1 && repeated[0].earlier == 0;
  for (const auto& [entry, earlier] : repeated) {
    const Node& key = entries[entry].key;
    Diagnostic& diagnostic = error("duplicate-key", key.span, fmt::format("'{}' is here a second time", key.text));
    if (is_an_item) {
      diagnostic.hint(
          fmt::format("if another item of a list begins here, begin it with '- ': '- {}: …', and indent its "
                      "other lines by two spaces",
                      key.text));
      break;
    }
    diagnostic.hint(fmt::format("the first is on line {}", entries[earlier].key.span.begin.line));
  }
  std::size_t index = 0;
  std::erase_if(entries, [&](const NodeEntry&) { return is_repeated[index++]; });
}

}  // namespace causerie
