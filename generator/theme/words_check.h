// Whether a theme's words fit what the program fills into them and the plural rules of their language.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/yaml/yaml.h"
#include "theme/words.h"

namespace causerie {

// One entry of i18n/LANG.yaml against the program's own words in English. Errors: forms of what no number decides, a
// form that no language or not this one has, no `other`, a name in braces that nothing fills in. Warnings: a form that
// the language needs and that is not there; braces in a word of the theme's own, which nothing fills in at all.
// Gives whether the word may have forms.
bool check_word(const NodeEntry& word, std::string_view language, const Phrases& program, const std::string& file,
                Diagnostics&);

}  // namespace causerie
