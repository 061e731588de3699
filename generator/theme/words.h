// The words that a page says by itself ("Next post", "12 comments"), in one language.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/span.h"
#include "formats/value.h"
#include "site/fill.h"

namespace causerie {

// A word or phrase. One that a number decides has a form for each plural category of its language, `other` always;
// `zero` is used for 0 in every language where it is written.
struct Phrase {
  std::string language;  // whose plural rules choose: a phrase that no translation has is an English one
  std::map<std::string, std::string, std::less<>> forms;  // a plain one has the single form ""
  SourceLocation location;                                // of its key
  bool is_own = false;                                    // a theme's own: the program has no such word
  bool operator==(const Phrase&) const = default;

  bool is_counted() const { return !forms.contains(""); }
};

using Phrases = std::map<std::string, Phrase, std::less<>>;

// What stands in the text for `{name}`. Nothing else in braces is touched.
using Filling = std::pair<std::string_view, std::string_view>;

class Words {
 public:
  Words() = default;
  Words(std::string language, Phrases phrases);

  const std::string& language() const { return language_; }

  // A key that the theme does not have is the embedded theme's; one that not even this has is shown as itself.
  std::string text(std::string_view key) const;
  std::string fill(std::string_view key, std::initializer_list<Filling> fillings) const;
  // Of `{name}` alone, by HTML: the words around it are escaped.
  std::string html(std::string_view key, std::string_view name, std::string_view html) const;
  // `{count}` is n as the language writes numbers.
  std::string count(std::string_view key, int n, std::initializer_list<Filling> fillings = {}) const;
  // The n-th: `{ordinal}` in words, `{number}` in digits; forms are those of ordinals. It begins with a capital.
  std::string ordinal(std::string_view key, int n) const;

  // The plain ones as a record, for templates: `words.NAME`.
  const Shared& record() const { return record_; }
  const ProseWords& prose() const { return prose_; }
  const Phrases& phrases() const { return phrases_; }

 private:
  // The form of a category, or else `other`, of a plain one the only form; null where there is no such word.
  const std::string* form(std::string_view key, std::string_view category) const;

  std::string language_ = "en";
  Phrases phrases_;
  Shared record_;
  ProseWords prose_;
};

}  // namespace causerie
