// i18n/LANG.yaml of a theme and of those it extends: a map of keys, each with its words or, for what is counted, a map
// of forms by plural category.
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

// By language: every one that has a file, `en`, and the site's; of the embedded theme's files only those of `wanted`
// (null: of all), which are whole and need no check. Each key is looked for in the language's own files, the child's
// first, then in those of the language without its region, then in English, then in the site's language. The last of
// the chain is the embedded theme, whether or not it is extended: the program's own words are in it.
std::map<std::string, Words, std::less<>> read_words(const std::vector<ThemeFolder>& chain,
                                                     std::string_view site_language,
                                                     const std::set<std::string>* wanted, Diagnostics&);

// Whether a theme's words fit what the program fills into them and the plural rules of their language.

// One entry of i18n/LANG.yaml against the program's own words in English. Errors: forms of what no number decides, a
// form that no language or not this one has, no `other`, a name in braces that nothing fills in. Warnings: a form that
// the language needs and that is not there; braces in a word of the theme's own, which nothing fills in at all.
// Gives whether the word may have forms.
bool check_word(const NodeEntry& word, std::string_view language, const Phrases& program, const std::string& file,
                Diagnostics&);

}  // namespace causerie
