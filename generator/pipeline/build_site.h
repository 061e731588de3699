// The build pipeline: from the writer's folder to the published site.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "pipeline/build_lock.h"
#include "pipeline/prepare_site.h"
#include "pipeline/publish.h"
#include "site/summary.h"

namespace causerie {

struct BuildOptions : SiteOptions {
  bool clean = false;     // make every output again
  bool compress = false;  // also write text files as .gz and .br, for servers to send
};

// Why an output was made; each reason is a complete clause.
struct Explanation {
  std::string path;
  std::vector<std::string> reasons;
};

struct Built {
  bool is_published = false;  // false: there are errors, and nothing was written
  SiteSummary summary;
  Published published;
  std::vector<Explanation> made;
  std::vector<std::string> removed;
  StepTimes times;
  std::shared_ptr<const void> held;  // what it was made from; freeing it takes a while
};

// Reads, plans, compares, renders and publishes. If nothing that the last build read or wrote has changed, only repeats
// that build's diagnostics and summary (last_build.h). Errors in the content go to the diagnostics and leave the
// destination untouched; a failure comes from the machine or from a guard.
Result<Built> build_site(const BuildFolders& folders, const BuildOptions&, Diagnostics&);

}  // namespace causerie
