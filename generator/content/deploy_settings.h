// `deploy` in site.yaml: where the site goes.
#pragma once

#include <map>
#include <string>

#include "content/keys.h"

namespace causerie {

enum class TargetKind { git, rsync, rclone, folder };  // as target_kind_names

struct DeployTarget {
  TargetKind kind = TargetKind::folder;
  std::string remote = "origin";  // of git: an address, a path, or the name of a remote of the site's repository
  std::string branch = "gh-pages";
  std::string to;  // of the others; begins with no '-'
};

struct DeploySettings {
  std::string standard;  // the target that is meant where none is named; may be empty
  std::map<std::string, DeployTarget, std::less<>> targets;
};

// What stands under `deploy` in the file of `from`. Faulty targets are left out.
DeploySettings read_deploy_settings(Keys& from);

}  // namespace causerie
