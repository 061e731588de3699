// What is said of a site at the end of a run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "site/site.h"

namespace causerie {

struct SiteSummary {
  struct Scheduled {
    std::string source;
    Day day;
    auto operator<=>(const Scheduled&) const = default;
  };
  int comments_shown = 0;            // on the pages that are shown
  int comments_pending = 0;          // the same
  std::vector<Scheduled> scheduled;  // what waits for its day, by day
  auto operator<=>(const SiteSummary&) const = default;
};

SiteSummary summary_of(const Site&);

}  // namespace causerie
