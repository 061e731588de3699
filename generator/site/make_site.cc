#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/locale.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "site/series_order.h"
#include "site/site.h"
#include "site/tags.h"
#include "site/threads.h"

namespace causerie {
namespace {

EssayState state_of(const Essay& essay, const Edition& edition) {
  if (essay.is_draft) return EssayState::draft;
  return essay.date && essay.date->day > edition.day ? EssayState::scheduled : EssayState::published;
}

bool is_shown(EssayState state, const Edition& edition) {
  switch (state) {
    case EssayState::published:
      return true;
    case EssayState::draft:
      return edition.drafts;
    case EssayState::scheduled:
      return edition.future;
  }
  return false;
}

// A folder's path in addresses: each name slugged. A name without letter or digit keeps nothing to stand for it.
std::string slugged_folder(std::string_view folder, const std::string& source, Diagnostics& diagnostics) {
  std::string path;
  if (folder.empty()) return path;
  for (const std::string_view name : split(folder, '/')) {
    std::string slug = slug_of(name);
    if (slug.empty()) {
      diagnostics
          .error("bad-slug", {source, {}},
                 fmt::format("the folder's name '{}' has no letter or digit to make an address of", name))
          .hint("rename the folder");
      slug = "folder";
    }
    path += slug + "/";
  }
  path.pop_back();
  return path;
}

std::string series_folder(const Series& series, Diagnostics& diagnostics) {
  std::string path = slugged_folder(series.folder, series.source, diagnostics);
  if (series.slug.empty()) return path;
  const auto slash = path.rfind('/');
  return (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + series.slug;
}

// The permalink's tokens filled. A token without a value is an error; a draft may wait for it.
UrlPath essay_path(const Essay& essay, const EssayView& view, const std::string& folder, const SiteFile& file,
                   Diagnostics& diagnostics) {
  if (essay.kind == EssayKind::home) return {"/"};
  if (essay.kind == EssayKind::page) return {"/" + essay.slug + "/"};
  if (essay.kind == EssayKind::folder_index) return {"/" + folder + "/"};
  std::string path = file.essay_permalink;
  const auto fill = [&](std::string_view token, const std::optional<std::string>& value) {
    if (path.find(token) == std::string::npos) return;
    const bool is_part = token == ":part";
    const bool is_reported = !essay.is_sound || (!is_part && essay.has_unreadable_date);
    if (!value && !essay.is_draft && !is_reported) {
      diagnostics
          .error("bad-permalink", {essay.source, {}},
                 fmt::format("'permalinks' uses {}, and this essay has none", token))
          .hint(!is_part      ? "give it a 'date'"
                : view.series ? "give it a 'part'"
                              : "only an essay of a series has a part: take ':part' out of 'permalinks', or move it");
    }
    path = replace_all(path, token, value.value_or("none"));
  };
  std::optional<Day> day;
  if (essay.date) day = essay.date->day;
  fill(":series", folder);
  fill(":slug", essay.slug);
  fill(":part", view.part ? std::optional(std::to_string(*view.part)) : std::nullopt);
  fill(":year", day ? std::optional(fmt::format("{:04}", day->year)) : std::nullopt);
  fill(":month", day ? std::optional(fmt::format("{:02}", day->month)) : std::nullopt);
  fill(":day", day ? std::optional(fmt::format("{:02}", day->day)) : std::nullopt);
  return {path};
}

std::vector<Author> authors_of(const Essay& essay, const Series* series, const SiteFile& file,
                               Diagnostics& diagnostics) {
  std::vector<Author> authors;
  const bool is_own = !essay.authors.empty() || series == nullptr;
  const std::vector<Placed>& names = is_own ? essay.authors : series->authors;
  const std::string& source = is_own ? essay.source : series->source;
  std::vector<std::string> known;
  for (const auto& [key, person] : file.authors) known.push_back(key);
  for (auto name_at = names.begin(); name_at != names.end(); ++name_at) {
    const Placed& name = *name_at;
    const auto is_same = [&](const Placed& other) { return other.text == name.text; };
    if (trim(name.text).empty() || std::any_of(names.begin(), name_at, is_same)) continue;
    const auto found = file.authors.find(name.text);
    if (found != file.authors.end()) {
      authors.push_back({found->second.name, &found->second});
    } else if (file.author && file.author->name == name.text) {
      authors.push_back({name.text, &*file.author});
    } else if (known.empty()) {
      authors.push_back({name.text, nullptr});
    } else {
      authors.push_back({name.text, nullptr});
      diagnostics
          .error("unknown-author", {source, name.span}, fmt::format("'authors' in site.yaml has no '{}'", name.text))
          .hint(did_you_mean(name.text, std::span<const std::string>(known)))
          .hint("authors are named by their keys: add this one there, or write the key of another");
    }
  }
  if (names.empty() && file.author) authors.push_back({file.author->name, &*file.author});
  return authors;
}

// Open, closed or off, and since when it is closed.
void settle_comments(const Essay& essay, const Edition& edition, const SiteFile& file, EssayView& view,
                     Diagnostics& diagnostics) {
  view.comments = essay.comment_setting.value_or(file.comments);
  if (view.comments == CommentSetting::open && file.comments_close_after_days && essay.date) {
    const Day last = day_after(essay.date->day, *file.comments_close_after_days);
    if (last < edition.day) {
      view.comments = CommentSetting::closed;
      view.closed_since = day_after(last);
    }
  }
  if (view.comments == CommentSetting::off) {
    if (!essay.comments.empty()) {
      diagnostics
          .warning("comments-off", {essay.source, {}},
                   fmt::format("comments are off here, and {} of them are not shown", essay.comments.size()))
          .hint("write 'comments: closed' to show those that are there and take no more");
    }
    return;
  }
  view.conversation = make_conversation(essay.comments);
}

// Where a list stands, its opening text has no history of its own.
void settle_history(const Essay& essay, const History& history, EssayView& view) {
  view.updated = essay.updated;
  const auto found = history.find(essay.source);
  if (found == history.end() || essay.kind == EssayKind::home || essay.kind == EssayKind::folder_index) return;
  if (view.state != EssayState::draft) view.revisions = found->second;
  if (!view.updated && !view.revisions.empty()) view.updated = view.revisions.front().date;
}

void order_all_series(const std::vector<std::optional<SeriesId>>& series_of, Site& site, Diagnostics& diagnostics) {
  const Content& content = *site.content;
  std::vector<std::vector<SeriesMember>> members(content.series.size());
  for (std::size_t i = 0; i < content.essays.size(); ++i) {
    const Essay& essay = *content.essays[i];
    if (!series_of[i]) continue;
    members[static_cast<std::size_t>(series_of[i]->index)].push_back({{static_cast<int>(i)},
                                                                      essay.stem,
                                                                      essay.source,
                                                                      essay.part,
                                                                      essay.part_place,
                                                                      essay.date,
                                                                      site.essays[i].is_shown,
                                                                      essay.is_listed,
                                                                      essay.is_sound});
  }
  for (std::size_t s = 0; s < content.series.size(); ++s) {
    SeriesView view = order_series(content.series[s], members[s], diagnostics);
    view.path = site.series[s].path;
    site.series[s] = std::move(view);
    for (std::size_t place = 0; place < site.series[s].parts.size(); ++place) {
      const Part& part = site.series[s].parts[place];
      if (!part.essay) continue;
      EssayView& essay = site.essays[static_cast<std::size_t>(part.essay->index)];
      essay.series = SeriesId{static_cast<int>(s)};
      essay.place = static_cast<int>(place);
      essay.part = part.number;
    }
  }
}

void check_series_slugs(Site& site, Diagnostics& diagnostics) {
  std::map<std::string, const Series*> taken;
  for (std::size_t s = 0; s < site.series.size(); ++s) {
    const Series& series = site.content->series[s];
    const std::string_view path = site.series[s].path.text;
    const std::string slug(name_of(path.substr(0, path.size() - 1)));
    const Place place{series.source, series.slug_span};
    if (is_reserved_series_slug(slug)) {
      diagnostics
          .error("bad-slug", place,
                 fmt::format("a series may not be called '{}': 'series:{}' means something else", slug, slug))
          .hint("give it another 'slug', or rename the folder");
    }
    const auto [other, is_new] = taken.emplace(slug, &series);
    if (!is_new) {
      diagnostics
          .error("same-series-slug", place,
                 fmt::format("the series in {} has the slug '{}' too", other->second->folder, slug))
          .hint("give one of them another 'slug'");
    }
  }
}

// Newest first by the written day, then by the instant; those without a date last, then by path: an order that no file
// system has a say in, and in which the years of a list follow one another whatever zone an author travels through.
bool is_newer(const Site& site, EssayId a, EssayId b) {
  const auto key = [&](EssayId id) {
    const auto& date = site.source(id).date;
    return std::make_tuple(!date.has_value(), date ? -days_since_1970(date->day) : 0, date ? -date->instant.seconds : 0,
                           std::string_view(site.view(id).path.text));
  };
  return key(a) < key(b);
}

void collect_lists(Site& site) {
  std::map<std::string, FolderView> folders;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    if (essay.kind == EssayKind::home && site.view(id).is_shown) site.home = id;
    const bool is_listed = site.view(id).is_shown && essay.is_listed;
    if (is_listed && (essay.kind == EssayKind::part || essay.kind == EssayKind::stand_alone)) site.listed.push_back(id);
    if (essay.kind != EssayKind::stand_alone && essay.kind != EssayKind::folder_index) continue;
    FolderView& folder = folders[essay.folder];
    if (essay.kind == EssayKind::folder_index && site.view(id).is_shown) folder.index = id;
    if (is_listed && essay.kind == EssayKind::stand_alone) folder.essays.push_back(id);
  }
  const auto newer = [&](EssayId a, EssayId b) { return is_newer(site, a, b); };
  std::sort(site.listed.begin(), site.listed.end(), newer);
  Diagnostics reported_already;
  for (auto& [name, folder] : folders) {
    if (folder.essays.empty()) {
      // The text above a list that is not there is not there either.
      if (folder.index) site.essays[static_cast<std::size_t>(folder.index->index)].is_shown = false;
      continue;
    }
    std::sort(folder.essays.begin(), folder.essays.end(), newer);
    folder.name = name;
    folder.path = {"/" + slugged_folder(name, "", reported_already) + "/"};
    site.folders.push_back(std::move(folder));
  }
}

// An `id` is a feed's identity of one essay; a file that was copied brings its own along.
void warn_of_equal_ids(const Site& site, Diagnostics& diagnostics) {
  std::map<std::string_view, const Essay*> first;
  for (const auto& read : site.content->essays) {
    const Essay& essay = *read;
    if (essay.id.empty()) continue;
    const auto [other, is_new] = first.emplace(essay.id, &essay);
    if (is_new) continue;
    diagnostics
        .warning("same-id", {essay.source, {}},
                 fmt::format("its 'id' is that of '{}': feed readers take the two for one", other->second->source))
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

  std::map<std::string, SeriesId> series_by_folder;
  std::vector<std::string> series_paths;
  site.series.resize(all.series.size());
  for (std::size_t s = 0; s < all.series.size(); ++s) {
    series_by_folder.emplace(all.series[s].folder, SeriesId{static_cast<int>(s)});
    series_paths.push_back(series_folder(all.series[s], diagnostics));
    site.series[s].path = {"/" + series_paths.back() + "/"};
  }
  check_series_slugs(site, diagnostics);

  site.essays.resize(all.essays.size());
  std::vector<std::optional<SeriesId>> series_of(all.essays.size());
  for (std::size_t i = 0; i < all.essays.size(); ++i) {
    const Essay& essay = *all.essays[i];
    EssayView& view = site.essays[i];
    view.state = state_of(essay, edition);
    view.is_shown = is_shown(view.state, edition) && !essay.slug.empty();
    view.language = essay.language.empty() ? all.site.language : essay.language;
    view.part = essay.part;
    const auto series = series_by_folder.find(essay.folder);
    if (essay.kind == EssayKind::part && series != series_by_folder.end()) series_of[i] = series->second;
  }
  order_all_series(series_of, site, diagnostics);

  std::map<std::string, std::string> folder_paths;
  for (std::size_t i = 0; i < all.essays.size(); ++i) {
    const Essay& essay = *all.essays[i];
    EssayView& view = site.essays[i];
    if (!view.series && folder_paths.count(essay.folder) == 0) {
      folder_paths.emplace(essay.folder, slugged_folder(essay.folder, essay.source, diagnostics));
    }
    const std::string& folder =
        view.series ? series_paths[static_cast<std::size_t>(view.series->index)] : folder_paths[essay.folder];
    view.path = essay_path(essay, view, folder, all.site, diagnostics);
    const Series* series = view.series ? &all.series[static_cast<std::size_t>(view.series->index)] : nullptr;
    view.authors = authors_of(essay, series, all.site, diagnostics);
    settle_comments(essay, edition, all.site, view, diagnostics);
    settle_history(essay, *site.history, view);
  }
  collect_lists(site);
  collect_tags(site, diagnostics);
  warn_of_undated(site, diagnostics);
  warn_of_equal_ids(site, diagnostics);
  if (all.site.base_url.empty() && !all.site.has_unreadable_base_url) {
    diagnostics
        .warning("no-base-url", {"site.yaml", {}},
                 "without 'base_url' there are no feeds, no sitemap and no canonical addresses")
        .hint("add the address that the site will have: 'base_url: https://example.org/'");
  }
  return site;
}

}  // namespace causerie
