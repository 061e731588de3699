// The first half of the pipeline: everything that is known without looking at the destination.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/files.h"
#include "content/disk_parse_cache.h"
#include "content/history.h"
#include "pipeline/plan.h"
#include "site/site.h"
#include "system/clock.h"
#include "theme/theme.h"

namespace causerie {

struct SiteOptions {
  std::optional<std::string> base_url;  // instead of site.yaml's
  std::string origin;                   // where a preview shows the site: instead of base_url, if there is one
  std::optional<Day> day;               // instead of today
  bool drafts = false;
  bool future = false;
  bool strict = false;  // warnings are errors
  int jobs = 0;         // 0: as many as there are cores
};

// What the site is to be. The plan refers to the other two, so the three stay together and where they are.
struct PreparedSite {
  Theme theme;
  Site site;
  Plan plan;
  std::string history_notes;  // what to keep for the next time; empty: what is there is good
};

// Reads, makes and plans; writes nothing. Everything that is wrong with the content is in the diagnostics, and the site
// is as good as the content allows; a failure is the machine's.
Result<std::unique_ptr<PreparedSite>> prepare_site(Files& site, const SiteOptions&, Diagnostics&);
// The same with what an earlier reading gave, which becomes what this one gave.
Result<std::unique_ptr<PreparedSite>> prepare_site(Files& site, const SiteOptions&, ParseCache&, Diagnostics&);
Result<std::unique_ptr<PreparedSite>> prepare_site(Files& site, const SiteOptions&, ParseCache&, StepTimes&,
                                                   Diagnostics&);
// The same with what earlier runs gave.
Result<std::unique_ptr<PreparedSite>> prepare_site(Files& site, const SiteOptions&, DiskParseCache&, Diagnostics&);

// What --strict makes of them. Notes stay: they say nothing bad.
Diagnostics with_warnings_as_errors(const Diagnostics&);

}  // namespace causerie
