#include "site/routes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.h"

namespace causerie {
namespace {

std::string source_of(const Route& route) {
  if (!route.source.file.empty()) return "'" + route.source.file + "'";
  return fmt::format("the {}, which every site has,", route.name);
}

bool is_alias(const Route& route) { return std::holds_alternative<AliasId>(route.subject); }

void report(const Route& kept, const Route& refused, Diagnostics& diagnostics) {
  // If only one of the two is the writer's file, the error is reported there.
  const bool is_own = !refused.source.file.empty();
  const SourceLocation& location = is_own ? refused.source : kept.source;
  const Route& other = is_own ? kept : refused;
  diagnostics
      .error("collision", location,
             fmt::format("'{}' would be written twice: {} also makes '{}'", refused.path.text, source_of(other),
                         other.path.text))
      .hint(is_alias(kept) || is_alias(refused) ? "delete the alias"
                                                : "rename one of them, or give it a different 'slug'");
}

}  // namespace

Routes::Routes(std::vector<Route> routes, Diagnostics& diagnostics) {
  // The program's own routes come first, so that the error names the writer's file.
  std::stable_sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) {
    return std::make_tuple(!a.source.file.empty(), std::string_view(a.path.text)) <
           std::make_tuple(!b.source.file.empty(), std::string_view(b.path.text));
  });
  std::unordered_map<std::string, std::size_t> files;    // lowercase path of the file -> route
  std::unordered_map<std::string, std::size_t> folders;  // lowercase folder that some file needs -> route
  for (Route& route : routes) {
    const std::string file = lower(route.path.file());
    if (const auto other = files.find(file); other != files.end()) {
      report(routes_[other->second], route, diagnostics);
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
      if (taken == nullptr && is_new) continue;
      diagnostics
          .warning("collision", {essay.source, address.span},
                   fmt::format("from {} on, '{}' would be written twice: {} makes it too", iso(essay.date->day),
                               address.text, taken != nullptr ? source_of(*taken) : "'" + other->second->source + "'"))
          .hint("rename one of them, or give it a different 'slug'");
    }
  }
}

}  // namespace causerie
