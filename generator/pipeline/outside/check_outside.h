// `check --external`: whether the site's links to other sites still lead somewhere.
#pragma once

#include "pipeline/outside/ask_all.h"
#include "pipeline/outside/outside_links.h"

namespace causerie {

struct OutsideOptions {
  LinksOf whose = LinksOf::writers;
  bool strict = false;
  AskingManner manner;
};

struct OutsideCount {
  std::size_t links = 0;
  std::size_t asked = 0;  // the others were known from before
};

// Warnings for what is dead or cannot be reached, notes for the rest. What is found is kept in `notes`, the site's
// `.causerie`; that it cannot be written is a note, since it matters to nobody but the next check. A failure:
// there is something to ask, and no network to ask in; nothing is said of the links then.
Result<OutsideCount> check_outside(const PreparedSite&, const OutsideOptions&, HttpClient&, Files& notes, Instant now,
                                   Diagnostics&);

}  // namespace causerie
