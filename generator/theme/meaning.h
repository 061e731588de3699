// Resolves names in templates, using what shapes, words, assets and params define before any page exists.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/value.h"
#include "theme/shape.h"

namespace causerie {

// The names that the theme defines, not the shapes.
struct Vocabulary {
  std::set<std::string, std::less<>> words;  // those without plural forms
  std::set<std::string, std::less<>> counted_words;
  std::set<std::string, std::less<>> assets;  // by field
  const Record* params = nullptr;
};

struct NameMeaning {
  ShapeKind kind = ShapeKind::text;
  std::span<const Field> fields = {};
  const Value* param = nullptr;  // a value inside `params`, which no shape describes
  bool is_free = false;          // a param that is not set or is a flag: any use is valid
};

// A scope for looking up names: the page's record, or a section over a record or a list.
struct Scope {
  NameMeaning record;               // its fields are the plain names
  std::optional<NameMeaning> item;  // `.`
};

class Meanings {
 public:
  Meanings(const Shape& page, const Vocabulary& vocabulary);

  // These follow the tags: a section enters, its end leaves.
  void enter(const std::optional<NameMeaning>& section);  // nullopt: unknown section, any name is valid inside
  void enter_inverted() { scopes_.push_back(scopes_.back()); }
  void leave() { scopes_.pop_back(); }

  std::optional<NameMeaning> find(std::string_view name) const;

  // The valid names in place of one that was not found: those of the record that was searched, with its dotted path.
  struct Choices {
    std::string prefix;              // "site." or empty
    std::vector<std::string> names;  // to append to the prefix
  };
  Choices choices(std::string_view name) const;
  // Returns dotted names whose last part equals, or nearly equals, a plain name that was not found: `site.title` for
  // `title`.
  std::vector<std::string> dotted(std::string_view plain) const;
  bool is_counted_word(std::string_view word) const { return vocabulary_.counted_words.contains(word); }
  bool is_in_record(std::string_view name) const { return field(scopes_.back().record, name).has_value(); }

 private:
  std::optional<NameMeaning> field(const NameMeaning& record, std::string_view name) const;
  std::vector<std::string> names(const NameMeaning& record) const;

  const Vocabulary& vocabulary_;
  std::vector<Scope> scopes_;
};

}  // namespace causerie
