// From the site as it was built to the site at its target.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "deploy/target.h"

namespace causerie {

struct DeployOptions {
  std::string target = {};               // its name in site.yaml
  bool is_dry_run = false;               // tells the difference, changes nothing
  std::optional<std::size_t> most_gone;  // without it, the larger of 20 and a tenth of what our last deploy wrote
};

struct Deployed {
  Difference difference;
  std::optional<Failure> refusal;  // a guard's: nothing was changed
  bool is_done = false;
};

// A failure in the middle leaves what the next deploy mends.
Result<Deployed> deploy_site(const OpenTarget&, const BuiltSite&, const DeployOptions&);

// Whether an address means the machine itself, so that nobody else could follow a link to it.
bool is_local_address(std::string_view base_url);

}  // namespace causerie
