// Which address shows what. Nobody looks up what a path meant: a route says it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "site/site.h"

namespace causerie {

// What an output is about.
struct Whole {
  auto operator<=>(const Whole&) const = default;
};
struct AttachmentId {
  int index = -1;
  auto operator<=>(const AttachmentId&) const = default;
};
// One year of a long list; 0 is the undated.
struct ArchiveYear {
  int year = 0;
  auto operator<=>(const ArchiveYear&) const = default;
};
struct TagYear {
  TagId tag;
  int year = 0;
  auto operator<=>(const TagYear&) const = default;
};
// One of the files that a long sitemap is cut into, from 1.
struct SitemapPiece {
  int number = 0;
  auto operator<=>(const SitemapPiece&) const = default;
};
struct AliasId {
  EssayId essay;
  int index = 0;  // into the essay's aliases
  auto operator<=>(const AliasId&) const = default;
};
// What became of an essay.
struct HistoryOf {
  EssayId essay;
  auto operator<=>(const HistoryOf&) const = default;
};
struct AssetId {
  int index = -1;  // into the theme's assets
  auto operator<=>(const AssetId&) const = default;
};
using Subject = std::variant<Whole, EssayId, SeriesId, TagId, FolderId, ArchiveYear, TagYear, SitemapPiece, AliasId,
                             AttachmentId, HistoryOf, AssetId>;

struct PageKind;  // pages/page_kind.h

struct Route {
  UrlPath path;
  Subject subject;
  SourceLocation source;  // what to name where two routes collide; the file is empty for what the program makes itself
  std::string_view name = {};      // which is then called so: that of its page kind, or "asset"
  const PageKind* kind = nullptr;  // what makes the page, as make_plan notes it; nothing: a file is copied
};

class Routes {
 public:
  // Two routes of one path (letter case ignored, and a file where another needs a folder) are an error that names both
  // sources; the first is kept.
  Routes(std::vector<Route> routes, Diagnostics&);

  const std::vector<Route>& all() const { return routes_; }
  const Route* find(std::string_view path) const;

 private:
  std::vector<Route> routes_;  // by path
  std::unordered_map<std::string, std::size_t> by_path_;
};

// What an essay will find taken on the day for which it is scheduled is a warning today: that day's build may be
// nobody's to watch.
void warn_of_coming_collisions(const Site&, const Routes&, Diagnostics&);

}  // namespace causerie
