// `deploy` in site.yaml: where the site is published.
#pragma once

#include <map>
#include <string>

#include "content/keys.h"

namespace causerie {

enum class TargetKind { git, rsync, rclone, folder };  // in the order of target_kind_names

struct DeployTarget {
  TargetKind kind = TargetKind::folder;
  std::string remote = "origin";  // git only: an address, a path, or the name of a remote in the site's repository
  std::string branch = "gh-pages";
  std::string to;  // other kinds only; does not begin with '-'
};

struct DeploySettings {
  std::string default_target;  // the default target; may be empty
  std::map<std::string, DeployTarget, std::less<>> targets;
};

// Reads `deploy` in the file of `from`. Invalid targets are left out.
DeploySettings read_deploy_settings(Keys& from);

}  // namespace causerie
