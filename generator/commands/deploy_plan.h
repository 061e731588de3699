// Describes what a deploy does, for the terminal.
#pragma once

#include <string>

#include "deploy/difference.h"

namespace causerie {

struct DeployPlan {
  const BuiltSite& site;
  const Difference& difference;
  std::string title;  // of the target
  bool is_dry_run = false;
  bool is_refused = false;  // the reason is reported separately
  std::string address;      // where readers find the site; may be empty
};

// A line for each file (at most twenty of each kind unless it is a dry run), and a summary.
std::string plan_in_words(const DeployPlan&);

}  // namespace causerie
