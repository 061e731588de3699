// The pipeline: from the writer's folder to the published site.
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
  bool clean = false;     // everything is made anew
  bool compress = false;  // texts are also written as servers may send them: .gz and .br beside them
};

// Why an output was made, as whole clauses.
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
  std::shared_ptr<const void> held;  // what it was made of: to free it piece by piece takes a while
};

// Reads, makes, compares, renders and publishes; where nothing of what the last build looked at and left has changed,
// it only says what that one said (last_build.h). Everything that is wrong with the content is in the diagnostics and
// leaves the destination as it was; a failure is the machine's or a guard's.
Result<Built> build_site(const BuildFolders& folders, const BuildOptions&, Diagnostics&);

}  // namespace causerie
