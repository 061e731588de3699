#include "build/check_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "build/outside_requests.h"

namespace causerie {
namespace {

void note_fulfilled_plans(const Site& site, Diagnostics& diagnostics) {
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    const Series& series = site.source(SeriesId{s});
    const auto& parts = site.view(SeriesId{s}).parts;
    for (const PlannedPart& planned : series.planned) {
      // A draft that this edition shows fulfils nothing yet.
      const auto published = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
        return part.number == planned.part && part.essay && site.view(*part.essay).state == EssayState::published;
      });
      if (published == parts.end()) continue;
      diagnostics
          .note("fulfilled-plan", {series.source, planned.span},
                fmt::format("part {} is published: it is '{}'", planned.part, site.source(*published->essay).source))
          .hint("remove the planned entry");
    }
  }
}

// A language of the site's in which the theme says something in another.
void note_borrowed_words(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::map<std::string, std::string> languages{{site.file().language, "site.yaml"}};  // and where it is first named
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    if (site.view(EssayId{i}).is_shown)
      languages.emplace(site.view(EssayId{i}).language, site.source(EssayId{i}).source);
  }
  for (const auto& [language, file] : languages) {
    const std::string_view without_region = std::string_view(language).substr(0, language.find('-'));
    std::vector<std::string> borrowed;
    for (const auto& [key, phrase] : theme.words_for(language).phrases()) {
      if (phrase.language != language && phrase.language != without_region) borrowed.push_back(key);
    }
    if (borrowed.empty()) continue;
    const std::string count = borrowed.size() == 1 ? "a word" : fmt::format("{} words", borrowed.size());
    const std::string_view more = borrowed.size() > 5 ? ", …" : "";
    borrowed.resize(std::min<std::size_t>(borrowed.size(), 5));
    diagnostics
        .note("borrowed-words", {file, {}},
              fmt::format("on pages in '{}' {} of the theme are in another language: {}{}", language, count,
                          join(borrowed, ", "), more))
        .hint(fmt::format("write them in i18n/{}.yaml of a theme in themes/, which may say 'extends: default'",
                          without_region));
  }
}

}  // namespace

Result<std::unique_ptr<PreparedSite>> check_site(Files& files, const SiteOptions& options, Diagnostics& diagnostics) {
  auto prepared = prepare_site(files, options, diagnostics);
  if (!prepared) return prepared;
  note_fulfilled_plans((*prepared)->site, diagnostics);
  note_borrowed_words((*prepared)->site, (*prepared)->theme, diagnostics);
  note_outside_requests(**prepared, diagnostics);
  return prepared;
}

}  // namespace causerie
