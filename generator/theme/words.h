// The words that pages add to the writer's text ("Next post", "12 comments"), in one language.
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

// A word or phrase. One that depends on a number has a form for each plural category of its language, always including
// `other`; `zero`, if present, is used for 0 in any language.
struct Phrase {
  std::string language;                                   // its plural rules apply; `en` for an untranslated phrase
  std::map<std::string, std::string, std::less<>> forms;  // a plain one has the single form ""
  SourceLocation location;                                // of its key
  bool is_own = false;                                    // a theme's own, not one of the program's
  bool operator==(const Phrase&) const = default;

  bool is_counted() const { return !forms.contains(""); }
};

using Phrases = std::map<std::string, Phrase, std::less<>>;

// A name and what replaces `{name}` in the text. Nothing else in braces is changed.
using Filling = std::pair<std::string_view, std::string_view>;

// The name in `words` of ` lang="…" dir="…"`, for the start tag of an element that shows words; empty HTML if these are
// in the page's language.
inline constexpr std::string_view language_attributes_word = "language_attributes";

class Words {
 public:
  Words() = default;
  Words(std::string language, Phrases phrases);

  const std::string& language() const { return language_; }

  // A key that the theme lacks is looked up in the embedded theme; if it is missing there too, the key itself is
  // returned.
  std::string text(std::string_view key) const;
  std::string fill(std::string_view key, std::initializer_list<Filling> fillings) const;
  // Replaces only `{name}`, with HTML; the words around it are escaped.
  std::string html(std::string_view key, std::string_view name, std::string_view html) const;
  // Replaces `{count}` with n, formatted for the language.
  std::string count(std::string_view key, int n, std::initializer_list<Filling> fillings = {}) const;
  // Replaces `{ordinal}` with the ordinal of n in words and `{number}` with n in digits, using the ordinal plural
  // forms. The result begins with a capital.
  std::string ordinal(std::string_view key, int n) const;

  // The language of the words if they have to stand in for those of another; empty if the theme has some in
  // `language()`, with or without its region.
  const std::string& borrowed_from() const { return borrowed_from_; }

  // The words without plural forms as a record, for templates: `words.NAME`, and `words.language_attributes`.
  const Shared& record() const { return record_; }
  const ProseWords& prose() const { return prose_; }
  const Phrases& phrases() const { return phrases_; }

 private:
  // Returns the form for a category, else `other`; the only form if there are no plural forms. Null if there is no such
  // word.
  const std::string* form(std::string_view key, std::string_view category) const;

  std::string language_ = "en";
  std::string borrowed_from_;
  Phrases phrases_;
  Shared record_;
  ProseWords prose_;
};

}  // namespace causerie
