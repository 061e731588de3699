#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/paths.h"
#include "site/addresses.h"
#include "site/essay_view.h"
#include "site/impossible_dates.h"
#include "site/lists.h"
#include "site/series_order.h"
#include "site/site.h"
#include "site/tags.h"
#include "site/unshown_indexes.h"

namespace causerie {
namespace {

// The essays of each series, in no particular order.
std::vector<std::vector<SeriesMember>> members_of_series(const Content& content, const std::vector<EssayView>& essays) {
  std::map<std::string_view, std::size_t> series_by_folder;
  for (std::size_t s = 0; s < content.series.size(); ++s) series_by_folder.emplace(content.series[s].folder, s);
  std::vector<std::vector<SeriesMember>> members(content.series.size());
  for (std::size_t i = 0; i < content.essays.size(); ++i) {
    const Essay& essay = *content.essays[i];
    const auto series = series_by_folder.find(essay.folder);
    if (essay.kind != EssayKind::part || series == series_by_folder.end()) continue;
    members[series->second].push_back({{static_cast<int>(i)},
                                       essay.stem,
                                       essay.source,
                                       essay.part,
                                       essay.part_location,
                                       essay.date,
                                       essays[i].is_shown,
                                       essay.is_listed,
                                       essay.is_sound});
  }
  return members;
}

std::vector<SeriesView> order_all_series(const Content& content, const std::vector<EssayView>& essays,
                                         const std::vector<std::string>& series_folders, Diagnostics& diagnostics) {
  const std::vector<std::vector<SeriesMember>> members = members_of_series(content, essays);
  std::vector<SeriesView> views;
  for (std::size_t s = 0; s < content.series.size(); ++s) {
    views.push_back(order_series(content.series[s], members[s], diagnostics));
    views.back().path = {"/" + series_folders[s] + "/"};
  }
  return views;
}

// Sets each essay's series, its index there and its number.
void place_in_series(const std::vector<SeriesView>& all_series, std::vector<EssayView>& essays) {
  for (std::size_t s = 0; s < all_series.size(); ++s) {
    const std::vector<Part>& parts = all_series[s].parts;
    for (std::size_t index = 0; index < parts.size(); ++index) {
      if (!parts[index].essay) continue;
      EssayView& essay = essays[static_cast<std::size_t>(parts[index].essay->index)];
      essay.series = SeriesId{static_cast<int>(s)};
      essay.part_index = static_cast<int>(index);
      essay.part = parts[index].number;
    }
  }
}

// Sets what depends on an essay's series.
void settle_essays(const std::vector<std::string>& series_folders, Site& site, Diagnostics& diagnostics) {
  const SiteFile& file = site.file();
  std::map<std::string, std::string> slugged;  // slugged paths of folders without series.yaml
  const auto folder_of = [&](const Essay& essay, const EssayView& view) -> const std::string& {
    if (view.series) return series_folders[static_cast<std::size_t>(view.series->index)];
    const auto [folder, is_new] = slugged.try_emplace(essay.folder);
    if (is_new) folder->second = slugged_folder(essay.folder, essay.source, diagnostics);
    return folder->second;
  };
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const Essay& essay = *site.content->essays[i];
    EssayView& view = site.essays[i];
    const Series* series = view.series ? &site.source(*view.series) : nullptr;
    view.path = essay_path(essay, view, folder_of(essay, view), file, diagnostics);
    view.authors = authors_of(essay, series, file, diagnostics);
    settle_comments(essay, file, site.edition, view, diagnostics);
    settle_history(essay, *site.history, view);
  }
}

// Feed readers identify an essay by its `id`, and a copied file still has the `id` of the original.
void warn_of_equal_ids(const Site& site, Diagnostics& diagnostics) {
  std::map<std::string_view, const Essay*> first;
  for (const auto& read : site.content->essays) {
    const Essay& essay = *read;
    if (essay.id.empty()) continue;
    const auto [other, is_new] = first.emplace(essay.id, &essay);
    if (is_new) continue;
    diagnostics
        .warning("same-id", {essay.source, {}},
                 fmt::format("it has the same 'id' as '{}': feed readers will think that the two are one",
                             other->second->source))
        .hint("delete 'id' in the newer of them");
  }
}

void warn_of_undated(const Site& site, Diagnostics& diagnostics) {
  for (const EssayId id : site.listed) {
    const Essay& essay = site.source(id);
    if (essay.date || essay.has_unreadable_date || !essay.is_sound) continue;
    diagnostics
        .warning("no-date", {essay.source, {}}, "this essay has no date: it is in no feed, and last in the archive")
        .hint("add 'date: 2024-05-01' to its front matter");
  }
}

void warn_of_missing_base_url(const SiteFile& file, Diagnostics& diagnostics) {
  if (!file.base_url.empty() || file.has_unreadable_base_url) return;
  diagnostics
      .warning("no-base-url", {"site.yaml", {}},
               "without 'base_url' there are no feeds, no sitemap and no canonical addresses")
      .hint("add the address that the site will have: 'base_url: https://example.org/'");
}

}  // namespace

std::string title_of(const Site& site, EssayId id) {
  const Essay& essay = site.source(id);
  if (!essay.title.empty()) return essay.title;
  return essay.kind == EssayKind::home ? site.file().title : capitalized(name_of(essay.folder), site.file().language);
}

Site make_site(Content content, History history, const Edition& edition, Diagnostics& diagnostics) {
  Site site;
  site.content = std::make_shared<const Content>(std::move(content));
  site.history = std::make_shared<const History>(std::move(history));
  site.edition = edition;
  const Content& all = *site.content;
  const std::vector<std::string> series_folders = slugged_series_folders(all.series, diagnostics);
  site.essays.reserve(all.essays.size());
  for (const auto& essay : all.essays) site.essays.push_back(essay_view(*essay, all.site, edition));
  site.series = order_all_series(all, site.essays, series_folders, diagnostics);
  place_in_series(site.series, site.essays);
  settle_essays(series_folders, site, diagnostics);
  collect_lists(site);
  collect_tags(site, diagnostics);
  warn_of_undated(site, diagnostics);
  warn_of_equal_ids(site, diagnostics);
  report_unshown_indexes(*site.content, diagnostics);
  warn_of_future_comments(site, diagnostics);
  warn_of_missing_base_url(all.site, diagnostics);
  return site;
}

}  // namespace causerie
