// Reports what readers of lists miss: summaries, and distinct titles.
#include <fmt/format.h>

#include <map>

#include "base/unicode.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

bool is_listed(const Essay& essay) {
  const bool is_in_lists = essay.kind == EssayKind::part || essay.kind == EssayKind::stand_alone;
  return essay.is_sound && is_in_lists && essay.is_listed;
}

// One note per folder, so that a site without summaries gets only a few lines.
void note_summaries(const CheckedSite& checked, Diagnostics& diagnostics) {
  std::map<std::string, std::vector<const Essay*>> without;  // by folder
  for (std::size_t i = 0; i < checked.has_more.size(); ++i) {
    const Essay& essay = *checked.site().content->essays[i];
    if (is_listed(essay) && !essay.summary && checked.has_more[i] == 0) without[essay.folder].push_back(&essay);
  }
  for (const auto& [folder, essays] : without) {
    const std::string others = essays.size() == 1 ? ""
                                                  : fmt::format(", and neither {} {} more in its folder",
                                                                essays.size() == 2 ? "has" : "have", essays.size() - 1);
    diagnostics
        .note("no-summary", {essays.front()->source, {}},
              fmt::format("this essay has no 'summary'{}: lists show its first sentences", others))
        .hint(
            "add a line 'summary: …' to the front matter, or put <!-- more --> after the sentences that lists may "
            "show");
  }
}

// Compares the parts of a series, or all essays outside a series: in other cases the name of the series distinguishes
// them.
void note_titles(const Site& site, Diagnostics& diagnostics) {
  std::map<std::pair<std::string, std::string>, const Essay*> seen;  // by the series' folder and the title
  for (const auto& read : site.content->essays) {
    const Essay& essay = *read;
    if (!is_listed(essay) || essay.title.empty()) continue;
    const std::string where = essay.kind == EssayKind::part ? essay.folder + "/" : "";
    const auto [other, is_new] = seen.emplace(std::pair(where, lower(essay.title)), &essay);
    if (is_new) continue;
    diagnostics
        .note("same-title", {essay.source, {}},
              fmt::format("'{}' is also the title of '{}'", essay.title, other->second->source))
        .hint("change one of the titles, so that readers can tell them apart");
  }
}

void check_lists(const CheckedSite& checked, Diagnostics& diagnostics) {
  note_summaries(checked, diagnostics);
  note_titles(checked.site(), diagnostics);
}

}  // namespace

extern const SiteCheck lists_check;
const SiteCheck lists_check = {.name = "lists", .run = check_lists};

}  // namespace causerie
