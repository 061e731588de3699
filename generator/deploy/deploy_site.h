// Deploys a built site to a target.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "deploy/target.h"

namespace causerie {

struct DeployOptions {
  std::string target = {};               // its name in site.yaml
  bool is_dry_run = false;               // reports the difference, changes nothing
  std::optional<std::size_t> most_gone;  // default: the larger of 20 and a tenth of the lines in the target's own list
};

struct Deployed {
  Difference difference;
  std::optional<Failure> refusal;  // from a guard; nothing was changed
  bool is_done = false;
};

// If it fails halfway, the next deploy repairs the target.
Result<Deployed> deploy_site(const OpenTarget&, const BuiltSite&, const DeployOptions&);

// True if the address refers to the local machine, so that no one else can follow a link to it.
bool is_local_address(std::string_view base_url);

}  // namespace causerie
