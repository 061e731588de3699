#include "content/yaml_edits.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "content/front_matter.h"
#include "formats/yaml/yaml.h"

namespace causerie {
namespace {

constexpr const char* no_file = "";  // of messages that nobody sees

// The text with its lines, as far as edits need them.
class EditedText {
 public:
  explicit EditedText(std::string_view text) : text_(text), lines_(text) {}

  std::string_view text() const { return text_; }
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  std::size_t offset(Position position) const {
    std::size_t offset = lines_.offset_of(position.line);
    for (int i = 1; i < position.column && offset < text_.size(); ++i) next_code_point(text_, offset);
    return offset;
  }
  Position position(std::size_t offset) const { return lines_.at(offset); }
  std::size_t line_end(std::size_t offset) const { return std::min(text_.find('\n', offset), text_.size()); }
  bool has_blank_rest(std::size_t offset) const {
    return trim(text_.substr(offset, line_end(offset) - offset)).empty();
  }
  Edit replacement(std::size_t begin, std::size_t end, std::string text) const {
    return {{position(begin), position(end)}, std::move(text)};
  }

 private:
  std::string_view text_;
  LineIndex lines_;
};

std::optional<Node> parsed(std::string_view text, Diagnostics& diagnostics) {
  return parse_yaml(text, no_file, {1, 1}, true, diagnostics);
}

// In preorder, so that it is the original of what an alias repeats.
Node* node_at(Node& root, Position begin, NodeKind kind) {
  std::vector<Node*> waiting{&root};
  while (!waiting.empty()) {
    Node* const node = waiting.back();
    waiting.pop_back();
    if (node->kind == kind && node->span.begin == begin) return node;
    for (auto entry = node->entries.rbegin(); entry != node->entries.rend(); ++entry) waiting.push_back(&entry->value);
    for (auto item = node->items.rbegin(); item != node->items.rend(); ++item) waiting.push_back(&*item);
  }
  return nullptr;
}

// As data: places and styles do not count.
bool are_equal(const Node& a, const Node& b) {
  std::vector<std::pair<const Node*, const Node*>> waiting{{&a, &b}};
  while (!waiting.empty()) {
    const auto [one, other] = waiting.back();
    waiting.pop_back();
    if (one->kind != other->kind || one->items.size() != other->items.size() ||
        one->entries.size() != other->entries.size() || (one->kind == NodeKind::scalar && one->text != other->text))
      return false;
    for (std::size_t i = 0; i < one->items.size(); ++i) waiting.emplace_back(&one->items[i], &other->items[i]);
    for (std::size_t i = 0; i < one->entries.size(); ++i) {
      if (one->entries[i].key.text != other->entries[i].key.text) return false;
      waiting.emplace_back(&one->entries[i].value, &other->entries[i].value);
    }
  }
  return true;
}

Node scalar_node(std::string text) {
  Node node;
  node.kind = NodeKind::scalar;
  node.text = std::move(text);
  return node;
}

Node node_of(const YamlValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return scalar_node(*text);
  if (const auto* word = std::get_if<YamlWord>(&value)) return scalar_node(word->text);
  Node list;
  list.kind = NodeKind::sequence;
  for (const std::string& item : std::get<std::vector<std::string>>(value)) list.items.push_back(scalar_node(item));
  return list;
}

void set_in(Node& map, const YamlField& field) {
  map.kind = NodeKind::map;
  const auto entry = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const NodeEntry& one) { return one.key.text == field.key; });
  if (entry == map.entries.end()) {
    map.entries.push_back({scalar_node(field.key), node_of(field.value)});
  } else {
    entry->value = node_of(field.value);
  }
}

// Behind the line on which the last leaf of the node ends; blank lines that belong to a `|+` block are included. The
// position is that of the newline, or the end of the text.
std::size_t end_of_lines(const EditedText& text, const Node& node, bool& keeps) {
  const Node* leaf = &node;
  for (;;) {
    const Node* const last = !leaf->items.empty()     ? &leaf->items.back()
                             : !leaf->entries.empty() ? &leaf->entries.back().value
                                                      : nullptr;
    // The parts of what an alias repeats are elsewhere.
    if (last == nullptr || last->span.begin < leaf->span.begin || leaf->span.end < last->span.end) break;
    leaf = last;
  }
  std::size_t end = text.line_end(text.offset(std::max(node.span.end, leaf->span.end)));
  const std::size_t begin = text.offset(leaf->span.begin);
  const std::string_view header = text.text().substr(begin, text.line_end(begin) - begin);
  const bool is_block = leaf->kind == NodeKind::scalar && (text.at(begin) == '|' || text.at(begin) == '>');
  keeps = is_block && header.substr(0, header.find('#')).find('+') != std::string_view::npos;
  while (keeps && end < text.text().size() && text.has_blank_rest(end + 1) && end + 1 < text.text().size())
    end = text.line_end(end + 1);
  return end;
}

// Whole lines behind the line that ends at `end`. The first candidate leaves a missing newline at the end missing.
void insert_lines(const EditedText& text, std::size_t end, std::string lines, std::vector<Edit>& candidates) {
  if (end < text.text().size()) {
    candidates.push_back(text.replacement(end + 1, end + 1, std::move(lines)));
    return;
  }
  candidates.push_back(text.replacement(end, end, "\n" + lines.substr(0, lines.size() - 1)));
  candidates.push_back(text.replacement(end, end, "\n" + lines));
}

// JSON if the first key is in double quotes.
YamlFlow flow_of(const EditedText& text, const Node& map) {
  const bool is_json = !map.entries.empty() && text.at(text.offset(map.entries[0].key.span.begin)) == '"';
  return is_json ? YamlFlow::json : YamlFlow::yaml;
}

void replace_value(const EditedText& text, const Node& map, const NodeEntry& entry, const YamlField& field,
                   std::vector<Edit>& candidates) {
  std::size_t colon = text.offset(entry.key.span.end);
  while (is_space_or_tab(text.at(colon))) ++colon;
  if (text.at(colon) != ':') return;
  const std::size_t begin = text.offset(entry.value.span.begin), end = text.offset(entry.value.span.end);
  if (begin <= colon) return;  // an alias repeats it
  std::string between(text.text().substr(colon + 1, begin - colon - 1));
  const auto candidate = [&](const std::string& value) {
    if (between.find('\n') == std::string::npos) {
      candidates.push_back(text.replacement(begin, end, between.empty() ? " " + value : value));
    } else {  // the old value begins on a line of its own; comments above it stay
      const std::size_t kept = between.find_last_not_of(" \t\n");
      candidates.push_back(text.replacement(
          colon + 1, end, " " + value + (kept == std::string::npos ? "" : between.substr(0, kept + 1))));
    }
  };
  if (text.at(text.offset(map.span.begin)) == '{') return candidate(yaml_flow_value(field.value, flow_of(text, map)));
  const int indentation = entry.key.span.begin.column - 1;
  if (text.has_blank_rest(end)) candidate(yaml_value(field.value, indentation, YamlBlocks::without_keep));
  candidate(yaml_value(field.value, indentation, YamlBlocks::none));
}

// What may set the key, best first.
std::vector<Edit> ways_to_set(const EditedText& text, const Node& map, const YamlField& field) {
  std::vector<Edit> candidates;
  const auto entry = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const NodeEntry& one) { return one.key.text == field.key; });
  if (entry != map.entries.end()) {
    replace_value(text, map, *entry, field, candidates);
  } else if (const std::size_t begin = text.offset(map.span.begin); text.at(begin) == '{') {
    const bool is_first = map.entries.empty();
    const std::size_t at = is_first ? begin + 1 : text.offset(map.entries.back().value.span.end);
    candidates.push_back(text.replacement(at, at, (is_first ? "" : ", ") + yaml_flow_field(field, flow_of(text, map))));
  } else if (!map.entries.empty()) {
    const int indentation = map.entries[0].key.span.begin.column - 1;
    bool keeps = false;
    const std::size_t end = end_of_lines(text, map, keeps);
    for (const YamlBlocks blocks : {YamlBlocks::without_keep, YamlBlocks::none})
      insert_lines(text, end, yaml_map(std::span(&field, 1), indentation, blocks), candidates);
  }
  return candidates;
}

std::vector<Edit> ways_to_append(const EditedText& text, const Node& list, std::span<const YamlField> fields) {
  std::vector<Edit> candidates;
  const std::size_t begin = text.offset(list.span.begin);
  if (text.at(begin) == '[') {
    if (list.items.empty()) {
      const std::string item = yaml_item(fields, 0, YamlBlocks::without_keep);
      const std::size_t end = text.offset(list.span.end);
      if (list.span.begin.column == 1)
        candidates.push_back(text.replacement(begin, end, item.substr(0, item.size() - 1)));
      candidates.push_back(text.replacement(begin + 1, begin + 1, yaml_flow_map(fields, YamlFlow::yaml)));
    } else {
      const std::size_t at = text.offset(list.items.back().span.end);
      candidates.push_back(text.replacement(at, at, ", " + yaml_flow_map(fields, flow_of(text, list.items[0]))));
    }
    return candidates;
  }
  bool keeps = false;
  const std::size_t end = end_of_lines(text, list, keeps);
  // The line above the dash of the last item.
  const int line = list.items.back().span.begin.line;
  const bool is_spaced = list.items.size() > 1 && line > 1 && text.has_blank_rest(text.offset({line - 1, 1})) && !keeps;
  for (const YamlBlocks blocks : {YamlBlocks::without_keep, YamlBlocks::none}) {
    const std::string item = yaml_item(fields, list.span.begin.column - 1, blocks);
    insert_lines(text, end, (is_spaced ? "\n" : "") + item, candidates);
  }
  return candidates;
}

// The first edit whose result is read as expected.
std::optional<Edit> first_right(std::string_view text, std::vector<Edit> candidates,
                                const std::function<bool(std::string_view result)>& is_right) {
  for (Edit& candidate : candidates) {
    const auto result = edited(text, std::span<const Edit>(&candidate, 1), no_file);
    if (result && is_right(*result)) return std::move(candidate);
  }
  return std::nullopt;
}

std::function<bool(std::string_view)> reads_as(const Node& expected, const Diagnostics& before) {
  return [&](std::string_view result) {
    Diagnostics after;
    const auto root = parsed(result, after);
    return root && are_equal(*root, expected) && (before.has_errors() || !after.has_errors());
  };
}

}  // namespace

std::optional<Edit> set_key(std::string_view text, Position map, const YamlField& field) {
  Diagnostics before;
  auto root = parsed(text, before);
  Node* const node = root ? node_at(*root, map, NodeKind::map) : nullptr;
  if (node == nullptr) return std::nullopt;
  std::vector<Edit> candidates = ways_to_set(EditedText(text), *node, field);
  set_in(*node, field);
  return first_right(text, std::move(candidates), reads_as(*root, before));
}

std::optional<Edit> append_item(std::string_view text, Position list, std::span<const YamlField> fields) {
  Diagnostics before;
  auto root = parsed(text, before);
  if (!root) return std::nullopt;
  std::vector<Edit> candidates;
  Node* node = &*root;
  if (root->kind == NodeKind::null) {
    const std::string line = text.empty() || text.ends_with('\n') ? "" : "\n";
    const std::string item = yaml_item(fields, 0, YamlBlocks::without_keep);
    candidates.push_back(EditedText(text).replacement(text.size(), text.size(), line + item));
    root->kind = NodeKind::sequence;
  } else {
    node = node_at(*root, list, NodeKind::sequence);
    if (node == nullptr) return std::nullopt;
    candidates = ways_to_append(EditedText(text), *node, fields);
  }
  Node item;
  for (const YamlField& field : fields) set_in(item, field);
  node->items.push_back(std::move(item));
  return first_right(text, std::move(candidates), reads_as(*root, before));
}

std::optional<Edit> set_front_matter_key(std::string_view text, const YamlField& field) {
  Diagnostics before;
  FrontMatter old = split_front_matter(text, no_file, before);
  if (old.is_broken) return std::nullopt;
  std::vector<Edit> candidates;
  const std::string line = yaml_map(std::span(&field, 1), 0, YamlBlocks::without_keep);
  if (old.map.kind == NodeKind::map) {
    candidates = ways_to_set(EditedText(text), old.map, field);
  } else if (old.body_line == 1) {
    candidates.push_back({{{1, 1}, {1, 1}}, "---\n" + line + "---\n"});
  } else if (old.map.kind == NodeKind::null) {
    const Position fence{old.body_line - 1, 1};
    candidates.push_back({{fence, fence}, line});
  }
  Node expected = old.map;
  set_in(expected, field);
  return first_right(text, std::move(candidates), [&](std::string_view result) {
    Diagnostics after;
    const FrontMatter now = split_front_matter(result, no_file, after);
    return !now.is_broken && now.body == old.body && are_equal(now.map, expected) &&
           (before.has_errors() || !after.has_errors());
  });
}

}  // namespace causerie
