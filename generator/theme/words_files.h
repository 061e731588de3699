// Reads i18n/LANG.yaml of a theme and of those it extends: a map from each key to its words or, for counted words, to a
// map of forms by plural category.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "formats/yaml/yaml.h"
#include "theme/theme_files.h"
#include "theme/words.h"

namespace causerie {

// Returns the words by language: all that have a file, `en`, and the site's. Of the embedded theme's files, only those
// of `wanted` are read (null: all); they are complete and need no check. Each key is looked up in the language's own
// files, the child theme's first, then in those of the language without its region, then in English, then in the site's
// language. The embedded theme is always the last of the chain, even if it is not extended: it contains the program's
// own words.
std::map<std::string, Words, std::less<>> read_words(const std::vector<ThemeFolder>& chain,
                                                     std::string_view site_language,
                                                     const std::set<std::string>* wanted, Diagnostics&);

// Checks that a theme's words fit what the program fills into them and the plural rules of their language.

// Checks one entry of i18n/LANG.yaml against the program's own English words. Errors: forms for a word that does not
// depend on a number, a form that no language or not this one has, a missing `other`, a name in braces that is never
// filled in. Warnings: a form that the language needs is missing; braces in a word of the theme's own, which are never
// filled in. Returns whether the word may have forms.
bool check_word(const NodeEntry& word, std::string_view language, const Phrases& program, const std::string& file,
                Diagnostics&);

}  // namespace causerie
