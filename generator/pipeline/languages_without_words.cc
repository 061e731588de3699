#include "pipeline/languages_without_words.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace causerie {

void warn_of_languages_without_words(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::map<std::string_view, SourceLocation> languages;
  languages.emplace(site.file().language, SourceLocation{"site.yaml", site.file().language_span});
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const Essay& essay = site.source(EssayId{i});
    if (essay.language.empty() || !site.view(EssayId{i}).is_shown || languages.contains(essay.language)) continue;
    languages.emplace(essay.language, SourceLocation{essay.source, essay.language_span});
  }
  for (const auto& [language, location] : languages) {
    const Words& words = theme.words_for(language);
    if (words.borrowed_from().empty()) continue;
    diagnostics
        .warning("borrowed-words", location,
                 fmt::format("the theme has no words in '{}': '{}', '{}' and all the others are shown in '{}'",
                             language, words.text("next_post"), words.count("comments", 2), words.borrowed_from()))
        .hint(fmt::format("add i18n/{}.yaml to a theme in themes/, whose theme.yaml can be just 'extends: default'",
                          language.substr(0, language.find('-'))));
  }
}

}  // namespace causerie
