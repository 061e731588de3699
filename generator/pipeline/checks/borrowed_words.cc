// Reports languages of the site for which the theme uses words of another language.
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
    for (const auto& [key, phrase] : checked.prepared.theme.words_for(language).phrases()) {
      if (phrase.language != language && phrase.language != without_region) borrowed.push_back(key);
    }
    if (borrowed.empty()) continue;
    const std::string count = borrowed.size() == 1 ? "a word" : fmt::format("{} words", borrowed.size());
    const std::string_view more = borrowed.size() > 5 ? ", …" : "";
    borrowed.resize(std::min<std::size_t>(borrowed.size(), 5));
    diagnostics
        .note("borrowed-words", {file, {}},
              fmt::format("on pages in '{}', {} of the theme are in another language: {}{}", language, count,
                          join(borrowed, ", "), more))
        .hint(fmt::format(
            "add them to i18n/{}.yaml in a theme in themes/, whose theme.yaml can be just 'extends: default'",
            without_region));
  }
}

}  // namespace

extern const SiteCheck borrowed_words_check;
const SiteCheck borrowed_words_check = {.name = "borrowed words", .run = check_words};

}  // namespace causerie
