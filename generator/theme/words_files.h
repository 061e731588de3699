// i18n/LANG.yaml of a theme and of those it extends: a map of keys, each with its words or, for what is counted, a map
// of forms by plural category.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
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

}  // namespace causerie
