// The words that a page says by itself ("Next post", "12 comments"), in one language.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "formats/value.h"

namespace causerie {

// A word or phrase. A counted one has a form for each plural category of its language, `other` always; `zero` is used
// for 0 in every language where it is written.
struct Phrase {
  std::string language;  // whose plural rules choose: a phrase that no translation has is an English one
  std::map<std::string, std::string, std::less<>> forms;  // a plain one has the single form ""
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
  // `{count}` is n as the language writes numbers.
  std::string count(std::string_view key, int n, std::initializer_list<Filling> fillings = {}) const;

  // The plain ones as a record, for templates: `words.NAME`.
  const Shared& record() const { return record_; }
  const Phrases& phrases() const { return phrases_; }

 private:
  const std::string* plain(std::string_view key) const;  // of a counted one, the form `other`; null if there is none

  std::string language_ = "en";
  Phrases phrases_;
  Shared record_;
};

}  // namespace causerie
