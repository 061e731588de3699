// `check --external`: whether the site's links to other sites still lead somewhere.
#pragma once

#include "pipeline/outside/ask_all.h"
#include "pipeline/outside/outside_links.h"

namespace causerie {

struct OutsideOptions {
  LinksOf whose = LinksOf::writers;
  bool strict = false;
  ProbeLimits limits;
};

struct OutsideCount {
  std::size_t links = 0;
  std::size_t asked = 0;  // the others were in the cache
};

// Adds warnings for links that are dead or unreachable, and notes for the rest. Findings are kept in the
// store. Fails if there are links to request but no network; nothing is reported about the links then.
Result<OutsideCount> check_outside(const PreparedSite&, const OutsideOptions&, HttpClient&, Store&, Instant now,
                                   Diagnostics&);

}  // namespace causerie
