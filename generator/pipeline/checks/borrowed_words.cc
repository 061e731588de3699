// Reports single words that the theme lacks in a language of the site. (A build reports a language of which it has
// none.)
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

void check_words(const CheckedSite& checked, Diagnostics& diagnostics) {
  const Site& site = checked.site();
  std::map<std::string, std::string> languages{{site.file().language, "site.yaml"}};  // the file that names it first
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    if (site.view(EssayId{i}).is_shown)
      languages.emplace(site.view(EssayId{i}).language, site.source(EssayId{i}).source);
  }
  for (const auto& [language, file] : languages) {
    const std::string_view without_region = std::string_view(language).substr(0, language.find('-'));
    std::vector<std::string> borrowed;
    const Words& words = checked.prepared.theme.words_for(language);
    for (const auto& [key, phrase] : words.phrases()) {
      if (phrase.language != language && phrase.language != without_region) borrowed.push_back(key);
    }
    if (borrowed.empty() || !words.borrowed_from().empty()) continue;
    const std::string count =
        borrowed.size() == 1 ? "a word of the theme is" : fmt::format("{} words of the theme are", borrowed.size());
    const std::string_view more = borrowed.size() > 5 ? ", …" : "";
    borrowed.resize(std::min<std::size_t>(borrowed.size(), 5));
    diagnostics
        .note(
            "borrowed-words", {file, {}},
            fmt::format("on pages in '{}', {} in another language: {}{}", language, count, join(borrowed, ", "), more))
        .hint(fmt::format(
            "add them to i18n/{}.yaml in a theme in themes/, whose theme.yaml can be just 'extends: default'",
            without_region));
  }
}

}  // namespace

extern const SiteCheck borrowed_words_check;
const SiteCheck borrowed_words_check = {.name = "borrowed words", .run = check_words};

}  // namespace causerie
