// Any file whose front matter, maps and lists are changed.
#include "content/yaml_edits.h"

#include "base/text.h"
#include "content/front_matter.h"
#include "content/source_text.h"
#include "formats/yaml/yaml.h"
#include "fuzz/target.h"

namespace causerie::fuzz {
namespace {

constexpr const char* file = "a.yaml";

// The edit is as promised: nothing before its span and nothing behind it has changed, in the bytes either.
std::string applied(std::string_view bytes, const std::optional<Edit>& edit, Faults& faults) {
  if (!edit) return "";
  const auto result = edited(bytes, std::span(&*edit, 1), file);
  if (!result) faults.push_back("the edit cannot be applied: " + result.failure().reason);
  if (!result) return "";
  Diagnostics unread;
  const auto text = text_from_bytes(*result, file, unread);
  if (!text) faults.push_back("the result cannot be read");
  return text.value_or("");
}

Faults attempt(std::string_view bytes) {
  Faults faults;
  Diagnostics unread;
  const auto text = text_from_bytes(std::string(bytes), file, unread);
  if (!text) return faults;
  const std::vector<YamlField> fields{{"id", "c1"}, {"body", "a\n b\n"}};
  for (const YamlField& field : {YamlField{"title", "Null"}, YamlField{"id", "a\n\nb"},
                                 YamlField{"tags", std::vector<std::string>{"a", "no"}}}) {
    if (const std::string result = applied(bytes, set_front_matter_key(*text, field), faults); !result.empty()) {
      Diagnostics diagnostics;
      const FrontMatter front = split_front_matter(result, file, diagnostics);
      const Node* value = front.map.find(field.key);
      const auto* expected = std::get_if<std::string>(&field.value);
      if (value == nullptr || (expected != nullptr && value->text != *expected) ||
          (expected == nullptr && value->items.size() != 2))
        faults.push_back("the front matter has another value for " + field.key);
    }
  }
  const auto root = parse_yaml(*text, file, {1, 1}, true, unread);
  if (!root) return faults;
  std::vector<const Node*> waiting{&*root};
  for (int changed = 0; !waiting.empty() && changed < 8; ++changed) {
    const Node& node = *waiting.back();
    waiting.pop_back();
    for (const Node& item : node.items) waiting.push_back(&item);
    for (const NodeEntry& entry : node.entries) waiting.push_back(&entry.value);
    if (node.kind == NodeKind::map) {
      applied(bytes, set_key(*text, node.span.begin, fields[1]), faults);
      if (!node.entries.empty())
        applied(bytes, set_key(*text, node.span.begin, {node.entries[0].key.text, "x: y"}), faults);
    }
    if (node.kind == NodeKind::sequence || node.kind == NodeKind::null)
      applied(bytes, append_item(*text, node.span.begin, fields), faults);
  }
  return faults;
}

constexpr std::string_view seed_files[] = {"content/**.yaml", "tests/sites/*/input/content/**.yaml",
                                           "tests/sites/*/input/content/**.md", "tests/sites/*/input/data/**"};
constexpr std::string_view seeds[] = {"- id: a\n  body: |+\n    text\n\n\n# end\n", "[{\"id\": \"a\"}]",
                                      "a: &x\n  b: 1\nc: *x\n", "a:\r\n  - b # c\r\n  - d"};
constexpr std::string_view tokens[] = {"---\n",        "title: ", "id: ", "- ", "|\n", "|+\n", ">-\n", "&a ",
                                       "*a",           "{",       "}",    "[",  "]",   "\n\n", "\r\n", "\r",
                                       "# c",          "? ",      ": ",   "\"", "'",   "~",    "  ",   "e\xCC\x81",
                                       "\xEF\xBB\xBF", "...\n",   ","};

}  // namespace

const Target yaml_edits = {
    .name = "yaml_edits", .attempt = attempt, .seed_files = seed_files, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
