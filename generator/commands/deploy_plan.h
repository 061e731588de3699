// What a deploy does, in lines for people.
#pragma once

#include <string>

#include "deploy/difference.h"

namespace causerie {

struct DeployPlan {
  const BuiltSite& site;
  const Difference& difference;
  std::string title;  // of the place
  bool is_dry_run = false;
  bool is_refused = false;  // for a reason that was given
  std::string address;      // where readers find the site; may be empty
};

// A line for each file, the first twenty of a sort unless it is a dry run, and a summary.
std::string plan_in_words(const DeployPlan&);

}  // namespace causerie
