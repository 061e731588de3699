// The address of every output, and its subject: what it shows is never derived from its path.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "site/site.h"

namespace causerie {

// The subject of an output that concerns the whole site.
struct Whole {
  auto operator<=>(const Whole&) const = default;
};
struct AttachmentId {
  int index = -1;
  auto operator<=>(const AttachmentId&) const = default;
};
// One year of a long list; 0 for undated essays.
struct ArchiveYear {
  int year = 0;
  auto operator<=>(const ArchiveYear&) const = default;
};
struct TagYear {
  TagId tag;
  int year = 0;
  auto operator<=>(const TagYear&) const = default;
};
// One of the files that a long sitemap is split into, counted from 1.
struct SitemapPiece {
  int number = 0;
  auto operator<=>(const SitemapPiece&) const = default;
};
struct AliasId {
  EssayId essay;
  int index = 0;  // index into the essay's aliases
  auto operator<=>(const AliasId&) const = default;
};
// The page of an essay's history.
struct HistoryOf {
  EssayId essay;
  auto operator<=>(const HistoryOf&) const = default;
};
struct AssetId {
  int index = -1;  // index into the theme's assets
  auto operator<=>(const AssetId&) const = default;
};
using Subject = std::variant<Whole, EssayId, SeriesId, TagId, FolderId, ArchiveYear, TagYear, SitemapPiece, AliasId,
                             AttachmentId, HistoryOf, AssetId>;

struct PageKind;  // pages/page_kind.h

struct Route {
  UrlPath path;
  Subject subject;
  SourceLocation source;           // for collision errors; the file is empty if the program itself makes the page
  std::string_view name = {};      // used in errors if `source` has no file: the page kind's name, or "asset"
  const PageKind* kind = nullptr;  // makes the page; set by make_plan; null: a file is copied
};

class Routes {
 public:
  // It is an error if two routes have the same path (ignoring letter case), or one is a file where another needs a
  // folder. The error names both sources; the first route is kept, those without a source file before the others.
  Routes(std::vector<Route> routes, Diagnostics&);

  const std::vector<Route>& all() const { return routes_; }
  const Route* find(std::string_view path) const;

 private:
  std::vector<Route> routes_;  // by path
  std::unordered_map<std::string, std::size_t> by_path_;
};

// Warns today if a scheduled essay's address will be taken on its day, because nobody may be watching that day's build.
void warn_of_coming_collisions(const Site&, const Routes&, Diagnostics&);

}  // namespace causerie
