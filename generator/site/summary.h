// The summary of a site that is reported at the end of a run.
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
  int comments_shown = 0;            // on shown pages
  int comments_pending = 0;          // on shown pages
  std::vector<Scheduled> scheduled;  // essays that are not published yet, by day
  auto operator<=>(const SiteSummary&) const = default;
};

SiteSummary summary_of(const Site&);

}  // namespace causerie
