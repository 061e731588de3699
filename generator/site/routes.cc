#include "site/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/unicode.h"

namespace causerie {
namespace {

std::string source_of(const Route& route) {
  return route.is_ours() ? "Causerie itself" : "'" + route.source.file + "'";
}

// Links to the path of ours must keep working, so letter case counts.
bool may_replace(const Route& route, const Route& ours) {
  return ours.is_ours() && !route.is_ours() && !route.is_alias && route.path.file() == ours.path.file();
}

void report(const Route& kept, const Route& refused, Diagnostics& diagnostics) {
  // If only one of the two is the writer's file, the error is reported there.
  const bool is_own = !refused.is_ours();
  const SourceLocation& location = is_own ? refused.source : kept.source;
  const Route& other = is_own ? kept : refused;
  diagnostics
      .error("collision", location,
             fmt::format("'{}' would be written twice: {} also makes '{}'", refused.path.text, source_of(other),
                         other.path.text))
      .hint(kept.is_alias || refused.is_alias ? "delete the alias"
                                              : "rename one of them, or give it a different 'slug'");
}

}  // namespace

Routes::Routes(std::vector<Route> routes, Diagnostics& diagnostics) {
  // Ours come first, so that the writer's can replace them, and an error names the writer's file.
  std::stable_sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) {
    return std::make_tuple(!a.is_ours(), std::string_view(a.path.text)) <
           std::make_tuple(!b.is_ours(), std::string_view(b.path.text));
  });
  routes_.reserve(routes.size());
  std::unordered_map<std::string, std::size_t> files;    // lowercase path of the file -> route
  std::unordered_map<std::string, std::size_t> folders;  // lowercase folder that some file needs -> route
  for (Route& route : routes) {
    const std::string file = lower(route.path.file());
    if (const auto other = files.find(file); other != files.end()) {
      Route& kept = routes_[other->second];
      if (!may_replace(route, kept)) {
        report(kept, route, diagnostics);
        continue;
      }
      replaced_.push_back({std::move(kept), route.path});
      kept = std::move(route);
      continue;
    }
    if (const auto other = folders.find(file); other != folders.end()) {
      report(routes_[other->second], route, diagnostics);
      continue;
    }
    bool is_free = true;
    for (auto slash = file.find('/'); slash != std::string::npos && is_free; slash = file.find('/', slash + 1)) {
      if (const auto other = files.find(file.substr(0, slash)); other != files.end()) {
        report(routes_[other->second], route, diagnostics);
        is_free = false;
      }
    }
    if (!is_free) continue;
    const std::size_t index = routes_.size();
    for (auto slash = file.find('/'); slash != std::string::npos; slash = file.find('/', slash + 1)) {
      folders.emplace(file.substr(0, slash), index);
    }
    files.emplace(file, index);
    routes_.push_back(std::move(route));
  }
  std::sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) { return a.path < b.path; });
  for (std::size_t i = 0; i < routes_.size(); ++i) by_path_.emplace(routes_[i].path.text, i);
  for (const ReplacedRoute& one : replaced_) by_path_.emplace(one.ours.path.text, by_path_.at(one.by.text));
}

const Route* Routes::find(std::string_view path) const {
  const auto found = by_path_.find(std::string(path));
  return found == by_path_.end() ? nullptr : &routes_[found->second];
}

void warn_of_coming_collisions(const Site& site, const Routes& routes, Diagnostics& diagnostics) {
  std::unordered_map<std::string, const Essay*> coming;
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const EssayView& view = site.essays[i];
    const Essay& essay = *site.content->essays[i];
    if (view.state != EssayState::scheduled || view.is_shown || essay.kind == EssayKind::home ||
        essay.kind == EssayKind::folder_index)
      continue;
    std::vector<Placed> addresses = essay.aliases;
    addresses.push_back({view.path.text, essay.slug_location.span});
    for (const Placed& address : addresses) {
      const Route* taken = routes.find(address.text);
      const auto [other, is_new] = coming.emplace(address.text, &essay);
      const bool is_page = &address == &addresses.back();
      const bool is_free =
          taken == nullptr || (is_page && taken->is_ours());  // a page replaces ours, an alias does not
      if (is_free && is_new) continue;
      diagnostics
          .warning("collision", {essay.source, address.span},
                   fmt::format("from {} on, '{}' would be written twice: {} makes it too", iso(essay.date->day),
                               address.text, is_free ? "'" + other->second->source + "'" : source_of(*taken)))
          .hint("rename one of them, or give it a different 'slug'");
    }
  }
}

}  // namespace causerie
