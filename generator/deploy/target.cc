#include "deploy/target.h"

#include <algorithm>
#include <array>

#include "base/paths.h"

namespace causerie {

extern const Target git_target, rsync_target, rclone_target, folder_target;

Result<OpenTarget> open_place(const DeployWork& work) {
  static constexpr std::array table = {&git_target, &rsync_target, &rclone_target, &folder_target};
  const auto row = std::find_if(table.begin(), table.end(), [&](auto* t) { return t->kind == work.settings.kind; });
  return (*row)->open(work);
}

std::string internal_folder(const DeployWork& work) {
  return join_path(work.site, ".causerie/deploy/" + hex(hash_of(work.name)));  // a name may contain what a path cannot
}

}  // namespace causerie
