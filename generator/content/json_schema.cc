#include "content/json_schema.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "content/comments/keys.h"
#include "content/essay_keys.h"
#include "content/series_keys.h"
#include "content/site_keys.h"
#include "formats/json.h"

namespace causerie {
namespace {

// Whether a key may have no value, which is the same as a missing key.
enum class Empty { allowed, refused };

// A list of types is only ever one type and null: validators in strict mode reject other lists.
std::string type(std::string_view name, Empty empty) {
  if (empty == Empty::refused) return fmt::format(R"("type":"{}")", name);
  return fmt::format(R"("type":["{}","null"])", name);
}

// The editor parses `title: 2024` as a number before the schema sees it, so a text may be a number or boolean.
std::string text_types(Empty empty) {
  std::string types = empty == Empty::allowed ? R"({"type":"string"},)" : R"({"type":"string","pattern":"\\S"},)";
  types += R"({"type":"number"},{"type":"boolean"})";
  return empty == Empty::allowed ? types + R"(,{"type":"null"})" : types;
}

std::string words(const KeyShape& shape, Empty empty) {
  std::vector<std::string> quoted;
  for (const std::string_view word : shape.words) quoted.push_back(json_quote(word));
  if (empty == Empty::allowed) quoted.emplace_back("null");
  return fmt::format(R"("enum":[{}])", join(quoted, ","));
}

std::string properties(std::span<const Key> keys);

// The schema of a map, without its braces.
std::string map_of(std::span<const Key> keys, Empty empty) {
  std::vector<std::string> required;
  for (const Key& key : keys) {
    if (key.need == Need::required) required.push_back(json_quote(key.name));
  }
  std::string text = fmt::format(R"({},"additionalProperties":false)", type("object", empty));
  if (!required.empty()) text += fmt::format(R"(,"required":[{}])", join(required, ","));
  return text + fmt::format(R"(,"properties":{{{}}})", properties(keys));
}

bool needs_something(std::span<const Key> keys) {
  for (const Key& key : keys) {
    if (key.need == Need::required) return true;
  }
  return false;
}

std::string items(const KeyShape& shape) {
  std::vector<std::string> kinds;
  if (!shape.keys.empty()) kinds.push_back("{" + map_of(shape.keys, Empty::refused) + "}");
  if (shape.takes_texts) kinds.push_back(R"({"type":"string"},{"type":"number"},{"type":"boolean"})");
  if (!shape.takes_texts) return kinds[0];
  return fmt::format(R"({{"anyOf":[{}]}})", join(kinds, ","));
}

std::string what(const KeyShape& shape, Empty empty) {
  switch (shape.kind) {
    case KeyKind::text:
      return fmt::format(R"("anyOf":[{}])", text_types(empty));
    case KeyKind::flag:
      return type("boolean", empty);
    case KeyKind::number:
      return fmt::format(R"({},"minimum":{},"maximum":{})", type("integer", empty), shape.least, shape.most);
    case KeyKind::date:
      return type("string", empty) + R"(,"pattern":"^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}")";
    case KeyKind::choice:
      return words(shape, empty);
    case KeyKind::texts: {
      static constexpr std::string_view list =
          R"({"type":"array","items":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"boolean"}]}})";
      return fmt::format(R"("anyOf":[{},{}])", list, text_types(empty));
    }
    case KeyKind::list:
      return fmt::format(R"({},"items":{})", type("array", empty), items(shape));
    case KeyKind::map:
      return map_of(shape.keys, empty);
    case KeyKind::named: {
      const Empty below = needs_something(shape.keys) ? Empty::refused : Empty::allowed;
      return fmt::format(R"({},"additionalProperties":{{{}}})", type("object", empty), map_of(shape.keys, below));
    }
    case KeyKind::params:
      return type("object", empty);
  }
  return "";
}

std::string property(const Key& key, Empty empty) {
  return fmt::format(R"({}:{{"description":{},{}}})", json_quote(key.name), json_quote(key.says),
                     what(key.shape, empty));
}

std::string properties(std::span<const Key> keys) {
  std::vector<std::string> all;
  for (const Key& key : keys)
    all.push_back(property(key, key.need == Need::required ? Empty::refused : Empty::allowed));
  return join(all, ",");
}

// A map that must have the keys of these names, whatever else it has.
std::string must_have(std::span<const Key> keys, std::initializer_list<std::string_view> names) {
  std::vector<std::string> required, said;
  for (const Key& key : keys) {
    for (const std::string_view name : names) {
      if (key.name != name) continue;
      required.push_back(json_quote(name));
      said.push_back(fmt::format(R"({}:{{{}}})", json_quote(name), what(key.shape, Empty::refused)));
    }
  }
  return fmt::format(R"({{"type":"object","required":[{}],"properties":{{{}}}}})", join(required, ","),
                     join(said, ","));
}

std::string whole(std::string_view title, const std::string& rest) {
  constexpr std::string_view draft = "http://json-schema.org/draft-07/schema#";
  return indent_json(fmt::format(R"({{"$schema":{},"title":{},{}}})", json_quote(draft), json_quote(title), rest));
}

std::string site_schema() { return whole("site.yaml", map_of(site_keys, Empty::refused)); }
std::string series_schema() { return whole("series.yaml", map_of(series_keys, Empty::refused)); }

// Only an index.md may leave out the title; an essay may not.
std::string essay_schema() {
  return whole("The front matter of an essay",
               fmt::format(R"({},"allOf":[{}])", map_of(essay_keys, Empty::refused), must_have(essay_keys, {"title"})));
}

// A file is a list of comments, or one comment, whose id may come from the file name instead.
std::string comment_schema() {
  const std::string comment =
      fmt::format(R"({},"if":{},"else":{})", map_of(comment_keys, Empty::refused),
                  R"({"type":"object","required":["status"],"properties":{"status":{"const":"removed"}}})",
                  must_have(comment_keys, {"author", "body"}));
  return whole("The comments of an essay",
               fmt::format(R"("if":{{"type":"array"}},"then":{{"type":"array","items":{{"allOf":[{},{}]}}}},"else":{},)"
                           R"("definitions":{{"comment":{{{}}}}})",
                           R"({"$ref":"#/definitions/comment"})", must_have(comment_keys, {"id"}),
                           R"({"$ref":"#/definitions/comment"})", comment));
}

}  // namespace

std::span<const SchemaKind> schema_kinds() {
  static constexpr SchemaKind kinds[] = {
      {"site", site_schema}, {"series", series_schema}, {"essay", essay_schema}, {"comment", comment_schema}};
  return kinds;
}

}  // namespace causerie
