// The first half of the pipeline: everything that does not need the destination.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/files.h"
#include "content/build_cache.h"
#include "content/history.h"
#include "pipeline/plan.h"
#include "site/site.h"
#include "system/clock.h"
#include "theme/theme.h"

namespace causerie {

struct SiteOptions {
  std::optional<std::string> base_url;  // instead of site.yaml's
  std::string origin;                   // the preview's address: replaces base_url, if there is one
  std::optional<Day> day;               // instead of today
  bool drafts = false;
  bool future = false;
  bool strict = false;  // warnings are errors
  int jobs = 0;         // 0: one per core
};

// The site to publish. The plan refers to the other two members, so the three stay together and do not move.
struct PreparedSite {
  Theme theme;
  Site site;
  Plan plan;
};

// Reads the content, makes the site and plans it; writes nothing but the cache, which must outlive the result. Errors
// in the content go to the diagnostics, and the site is as complete as the content allows; a failure comes from the
// machine.
Result<std::unique_ptr<PreparedSite>> prepare_site(Files& site, const SiteOptions&, BuildCache&, StepTimes&,
                                                   Diagnostics&);

// Turns warnings into errors, for --strict. Notes stay notes: they report nothing bad.
Diagnostics with_warnings_as_errors(const Diagnostics&);

}  // namespace causerie
