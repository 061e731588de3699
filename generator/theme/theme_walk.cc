#include "theme/theme_walk.h"

#include <vector>

#include "base/paths.h"
#include "content/copied.h"

namespace causerie {
namespace {

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || is_leaving(name);
}

struct Pending {
  std::string path;                  // below the theme's folder
  std::vector<std::string> holders;  // the real folders that hold it, itself included: a link to one is a circle
};

// What a link leads to; `other` where that was reported.
Result<FileKind> kind_behind_link(Files& site, const std::string& path, Pending& below, Diagnostics& diagnostics) {
  auto target = site.resolve(path);
  if (!target) return target.failure();
  if (!*target) {
    diagnostics.error("bad-link", {path, {}}, "this link leads out of the site's folder, or nowhere")
        .hint("put a copy of what it leads to in its place");
    return FileKind::other;
  }
  for (const std::string& holder : below.holders) {
    if (holder == **target) {
      diagnostics.error("bad-link", {path, {}}, "this link leads to a folder that holds it");
      return FileKind::other;
    }
  }
  auto stat = site.stat(path);
  if (!stat) return stat.failure();
  if (!*stat) return FileKind::other;
  below.holders.push_back(std::move(**target));
  return (*stat)->kind;
}

}  // namespace

Result<std::map<std::string, std::string, std::less<>>> read_below(Files& site, std::string_view folder,
                                                                   Diagnostics& diagnostics) {
  std::map<std::string, std::string, std::less<>> result;
  std::vector<Pending> pending{{"", {std::string(folder)}}};
  while (!pending.empty()) {
    const Pending here = std::move(pending.back());
    pending.pop_back();
    auto entries = site.list(join_path(folder, here.path));
    if (!entries) return entries.failure();
    for (const FolderEntry& entry : *entries) {
      if (is_passed_over(entry.name)) continue;
      Pending below{join_path(here.path, entry.name), here.holders};
      const std::string path = join_path(folder, below.path);
      FileKind kind = entry.kind;
      if (kind == FileKind::link) {
        auto behind = kind_behind_link(site, path, below, diagnostics);
        if (!behind) return behind.failure();
        kind = *behind;
      } else if (kind == FileKind::folder) {
        below.holders.push_back(join_path(here.holders.back(), entry.name));
      }
      if (kind == FileKind::folder) {
        pending.push_back(std::move(below));
        continue;
      }
      if (kind != FileKind::file) continue;
      auto bytes = site.read(path);
      if (!bytes) return bytes.failure();
      result.emplace(below.path, std::move(*bytes));
    }
  }
  return result;
}

}  // namespace causerie
