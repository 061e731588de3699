#include "pipeline/destination.h"

#include <string_view>

#include "base/paths.h"
#include "base/text.h"
#include "system/disk.h"

namespace causerie {

namespace {

bool is_or_contains(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder)) return false;
  return folder == "/" || path.size() == folder.size() || path[folder.size()] == '/';
}

Failure refuse(const std::string& destination, std::string reason) {
  return {"cannot publish to", destination, std::move(reason),
          "choose a folder that contains only the output, such as 'public' in the site's folder"};
}

}  // namespace

Result<void> guard_destination(const std::string& site_root, const std::string& destination) {
  const std::string site = real_path(site_root);
  const std::string target = real_path(destination);
  if (is_or_contains(target, site)) {
    return refuse(destination, target == site ? "it is the site's own folder" : "it contains the site");
  }
  for (const char* name : {"content", "themes", ".git", ".causerie"}) {
    const std::string guarded = real_path(join_path(site_root, name));
    const std::string words = std::string("the site's folder '") + name + "'";
    if (guarded == target) return refuse(destination, "it is " + words);
    if (is_or_contains(target, guarded)) return refuse(destination, "it contains " + words);
    if (is_or_contains(guarded, target)) return refuse(destination, "it is inside " + words);
  }
  for (const std::string_view name : split(target, '/')) {
    if (name == ".git" || name == ".causerie") {
      return refuse(destination, "it is inside a folder named '" + std::string(name) + "'");
    }
  }
  return {};
}

}  // namespace causerie
