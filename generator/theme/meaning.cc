#include "theme/meaning.h"

#include <algorithm>

#include "base/text.h"
#include "theme/words.h"

namespace causerie {
namespace {

NameMeaning meaning_of(const Shape& shape) { return {.kind = shape.kind, .fields = shape.fields}; }

NameMeaning meaning_of(const Value& param) {
  NameMeaning meaning{.param = &param};
  if (std::holds_alternative<bool>(param.state())) meaning.is_free = true;  // if set, it may have any type
  if (std::holds_alternative<List>(param.state())) meaning.kind = ShapeKind::list;
  if (std::holds_alternative<Record>(param.state())) meaning.kind = ShapeKind::params;
  return meaning;
}

constexpr NameMeaning free_meaning{.kind = ShapeKind::params, .is_free = true};

bool has_fields(const NameMeaning& meaning) {
  return meaning.kind == ShapeKind::record || meaning.kind == ShapeKind::words || meaning.kind == ShapeKind::assets ||
         meaning.kind == ShapeKind::params;
}

}  // namespace

Meanings::Meanings(const Shape& page, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  scopes_.push_back({{.kind = ShapeKind::record, .fields = page.fields}, std::nullopt});
}

void Meanings::enter(const std::optional<NameMeaning>& section) {
  if (!section || section->is_free) {
    scopes_.push_back({free_meaning, free_meaning});
  } else if (section->kind == ShapeKind::list && section->param != nullptr) {
    // A param's items come from a YAML file and may differ from each other.
    const List& items = std::get<List>(section->param->state());
    const bool has_records = std::any_of(
        items.begin(), items.end(), [](const Value& item) { return std::holds_alternative<Record>(item.state()); });
    scopes_.push_back({has_records || items.empty() ? free_meaning : scopes_.back().record, free_meaning});
  } else if (section->kind == ShapeKind::list && section->fields.empty()) {
    scopes_.push_back({scopes_.back().record, NameMeaning{.kind = ShapeKind::text}});
  } else if (section->kind == ShapeKind::list) {
    scopes_.push_back({{.kind = ShapeKind::record, .fields = section->fields}, std::nullopt});
  } else if (has_fields(*section)) {
    scopes_.push_back({*section, std::nullopt});
  } else {
    scopes_.push_back(scopes_.back());
  }
}

std::optional<NameMeaning> Meanings::field(const NameMeaning& record, std::string_view name) const {
  if (record.is_free) return free_meaning;
  const NameMeaning text{.kind = ShapeKind::text};
  switch (record.kind) {
    case ShapeKind::record: {
      const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                      [&](const Field& field) { return field.name == name; });
      if (found == record.fields.end()) return std::nullopt;
      return meaning_of(found->shape);
    }
    case ShapeKind::words:
      if (name == language_attributes_word) return NameMeaning{.kind = ShapeKind::html};
      return vocabulary_.words.contains(name) ? std::optional(text) : std::nullopt;
    case ShapeKind::assets:
      return vocabulary_.assets.contains(name) ? std::optional(text) : std::nullopt;
    case ShapeKind::params: {
      const Record* params = record.param != nullptr ? std::get_if<Record>(&record.param->state()) : vocabulary_.params;
      const Value* value = params != nullptr ? params->find(name) : nullptr;
      return value != nullptr ? meaning_of(*value) : free_meaning;
    }
    default:
      return std::nullopt;
  }
}

std::optional<NameMeaning> Meanings::find(std::string_view name) const {
  if (name == ".") return scopes_.back().item;
  std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return field(scopes_.back().record, name);
  std::optional<NameMeaning> meaning = scopes_.front().record;
  while (meaning) {
    meaning = field(*meaning, name.substr(0, dot));
    if (dot == std::string_view::npos) return meaning;
    name.remove_prefix(dot + 1);
    dot = name.find('.');
  }
  return meaning;
}

std::vector<std::string> Meanings::names(const NameMeaning& record) const {
  std::vector<std::string> result;
  if (record.kind == ShapeKind::words) result.assign(vocabulary_.words.begin(), vocabulary_.words.end());
  if (record.kind == ShapeKind::assets) result.assign(vocabulary_.assets.begin(), vocabulary_.assets.end());
  if (record.kind == ShapeKind::record) {
    for (const Field& field : record.fields) result.emplace_back(field.name);
  }
  return result;
}

Meanings::Choices Meanings::choices(std::string_view name) const {
  Choices result;
  if (name.find('.') == std::string_view::npos) {
    result.names = names(scopes_.back().record);
    return result;
  }
  NameMeaning record = scopes_.front().record;
  std::string_view rest = name;
  for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
    const std::optional<NameMeaning> next = field(record, rest.substr(0, dot));
    if (!next) break;
    result.prefix += std::string(rest.substr(0, dot + 1));
    record = *next;
    rest.remove_prefix(dot + 1);
  }
  result.names = names(record);
  return result;
}

std::vector<std::string> Meanings::dotted(std::string_view plain) const {
  std::vector<std::string> equal;
  std::vector<std::string> near;
  for (const Field& root : scopes_.front().record.fields) {
    if (!has_fields(meaning_of(root.shape))) continue;
    const std::vector<std::string> candidates = nearest(plain, names(meaning_of(root.shape)));
    if (candidates.empty()) continue;
    const bool is_equal = candidates[0] == plain;
    (is_equal ? equal : near).push_back(std::string(root.name) + "." + candidates[0]);
  }
  return equal.empty() ? near : equal;
}

}  // namespace causerie
