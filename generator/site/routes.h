// The address of every output, and what it shows, which is never derived from its path.
#pragma once

#include <any>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "site/site.h"

namespace causerie {

struct PageKind;  // pages/page_kind.h

struct AttachmentId {
  int index = -1;
  auto operator<=>(const AttachmentId&) const = default;
};

struct Route {
  UrlPath path;
  SourceLocation source = {};      // the writer's file; empty if Causerie makes the page or file by itself
  std::any subject = {};           // what it shows, if not the members below; only its kind knows the type
  const PageKind* kind = nullptr;  // makes it; set by make_plan; null: a file is copied

  // What a link to this address refers to; at most one is set.
  std::optional<EssayId> essay = {};            // the essay whose page this is, or was
  std::optional<SeriesId> series = {};          // the series whose page this is
  std::optional<AttachmentId> attachment = {};  // the file that is copied there
  bool is_alias = false;                        // an old address, which redirects to the essay's page
  // If it refers to none of these: the text of a link without words, or null if such a link must have words. Set by
  // make_plan from the kind.
  std::string (*title)(const Site&, const Route&) = nullptr;

  bool is_ours() const { return source.file.empty(); }
};

// A page or file of ours that is not made, because the writer has one at its address.
struct ReplacedRoute {
  Route ours;
  UrlPath by;  // the path of the writer's; it may differ: "/archive/index.html" replaces "/archive/"
};

class Routes {
 public:
  // If the writer has a page or file that would be written to the same path as one of ours, it replaces ours; an alias
  // replaces nothing. Otherwise it is an error if two routes have the same path (ignoring letter case), or one is a
  // file where another needs a folder. The error names both sources; the first route is kept, ours before the others.
  Routes(std::vector<Route> routes, Diagnostics&);

  const std::vector<Route>& all() const { return routes_; }
  const std::vector<ReplacedRoute>& replaced() const { return replaced_; }
  // Also finds what replaces the route with this path.
  const Route* find(std::string_view path) const;

 private:
  std::vector<Route> routes_;  // by path
  std::vector<ReplacedRoute> replaced_;
  std::unordered_map<std::string, std::size_t> by_path_;
};

// Warns today if a scheduled essay's address will be taken on its day, because nobody may be watching that day's build.
void warn_of_coming_collisions(const Site&, const Routes&, Diagnostics&);

}  // namespace causerie
