#include "site/addresses.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "base/slug.h"
#include "base/text.h"

namespace causerie {
namespace {

std::string series_folder(const Series& series, Diagnostics& diagnostics) {
  std::string path = slugged_folder(series.folder, series.source, diagnostics);
  if (series.slug.empty()) return path;
  const auto slash = path.rfind('/');
  return (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + series.slug;
}

void check_series_slugs(const std::vector<Series>& all, const std::vector<std::string>& folders,
                        Diagnostics& diagnostics) {
  std::map<std::string, const Series*> taken;
  for (std::size_t s = 0; s < all.size(); ++s) {
    const Series& series = all[s];
    const std::string slug(name_of(folders[s]));
    const SourceLocation location{series.source, series.slug_span};
    if (is_reserved_series_slug(slug)) {
      diagnostics
          .error("bad-slug", location,
                 fmt::format("a series cannot be called '{}': 'series:{}' has another meaning", slug, slug))
          .hint("give it a different 'slug', or rename the folder");
    }
    const auto [other, is_new] = taken.emplace(slug, &series);
    if (!is_new) {
      diagnostics
          .error("same-series-slug", location,
                 fmt::format("the series in {} also has the slug '{}'", other->second->folder, slug))
          .hint("give one of them a different 'slug'");
    }
  }
}

}  // namespace

// A name without a letter or digit becomes "folder", so that addresses below it can still be made.
std::string slugged_folder(std::string_view folder, const std::string& source, Diagnostics& diagnostics) {
  std::string path;
  if (folder.empty()) return path;
  for (const std::string_view name : split(folder, '/')) {
    std::string slug = slug_of(name);
    if (slug.empty()) {
      diagnostics
          .error("bad-slug", {source, {}},
                 fmt::format("the folder's name '{}' has no letter or digit to make an address from", name))
          .hint("rename the folder");
      slug = "folder";
    }
    path += slug + "/";
  }
  path.pop_back();
  return path;
}

std::vector<std::string> slugged_series_folders(const std::vector<Series>& all, Diagnostics& diagnostics) {
  std::vector<std::string> folders;
  for (const Series& series : all) folders.push_back(series_folder(series, diagnostics));
  check_series_slugs(all, folders, diagnostics);
  return folders;
}

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
          .hint(!is_part ? "give it a 'date'"
                : view.series
                    ? "give it a 'part'"
                    : "only an essay in a series has a part: remove ':part' from 'permalinks', or move the essay");
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

}  // namespace causerie
