#include "commands/site_place.h"

#include <fmt/format.h>

#include "base/paths.h"
#include "system/disk.h"

namespace causerie {
namespace {

bool has_site_file(const std::string& folder) {
  const auto stat = disk_files(folder, FollowLinks::yes)->stat("site.yaml");
  return stat && *stat && (*stat)->kind == FileKind::file;
}

}  // namespace

std::variant<std::string, WrongUsage> find_site(const Arguments& arguments, const std::string& positional) {
  if (!positional.empty() && arguments.has("site") && real_path(positional) != real_path(arguments.value("site"))) {
    return WrongUsage{"the site is named twice, and differently", "leave out --site, or the folder"};
  }
  const std::string given = !positional.empty() ? positional : arguments.value("site");
  if (!given.empty()) {
    const std::string folder = real_path(given);
    if (has_site_file(folder)) return folder;
    return WrongUsage{fmt::format("there is no site.yaml in '{}'", given),
                      "name the folder that holds it, or start a site: causerie new site DIR"};
  }
  std::string folder = real_path(".");
  for (;;) {
    if (has_site_file(folder)) return folder;
    const std::string above(parent_of(folder));
    if (above == folder || above.empty()) break;
    folder = above;
  }
  return WrongUsage{"there is no site.yaml here, nor in any folder above",
                    "go to your site's folder, or start a site: causerie new site DIR"};
}

}  // namespace causerie
