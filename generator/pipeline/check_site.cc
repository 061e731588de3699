#include "pipeline/check_site.h"

#include "pipeline/checks/site_check.h"

namespace causerie {

Result<std::unique_ptr<PreparedSite>> check_site(Files& files, const SiteOptions& options, BuildCache& cache,
                                                 Diagnostics& diagnostics) {
  StepTimes times;
  auto prepared = prepare_site(files, options, cache, times, diagnostics);
  if (!prepared) return prepared;
  run_site_checks(files, **prepared, options.jobs, diagnostics);
  diagnostics.remove_notes((*prepared)->site.file().quiet);
  return prepared;
}

}  // namespace causerie
