// What a name in a template stands for, as far as shapes, words, assets and params tell before any page exists.
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

// What the shapes leave open and the theme itself decides.
struct Vocabulary {
  std::set<std::string, std::less<>> words;  // plain ones
  std::set<std::string, std::less<>> counted_words;
  std::set<std::string, std::less<>> assets;  // their fields
  const Record* params = nullptr;
};

struct NameMeaning {
  ShapeKind kind = ShapeKind::text;
  std::span<const Field> fields = {};
  const Value* param = nullptr;  // a value inside `params`, which no shape describes
  bool is_free = false;          // a param that nobody has set: any use of it is right
};

// Where names are looked up: the inside of the page's record, or of a section over a record or a list.
struct Scope {
  NameMeaning record;               // whose fields are plain names
  std::optional<NameMeaning> item;  // `.`
};

class Meanings {
 public:
  Meanings(const Shape& page, const Vocabulary& vocabulary);

  // Follows the tags: a section enters, its end leaves.
  void enter(const std::optional<NameMeaning>& section);  // nothing: what is named inside can't be known
  void enter_inverted() { scopes_.push_back(scopes_.back()); }
  void leave() { scopes_.pop_back(); }

  std::optional<NameMeaning> find(std::string_view name) const;

  // What one may name instead of a name that was not found: in the record that was looked into, with its dotted path.
  struct Choices {
    std::string prefix;              // "site." or empty
    std::vector<std::string> names;  // behind the prefix
  };
  Choices choices(std::string_view name) const;
  // The dotted names that end like a plain one which was not found, or nearly so: `site.title` for `title`.
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
