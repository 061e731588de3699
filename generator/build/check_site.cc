#include "build/check_site.h"

#include <fmt/format.h>

#include <algorithm>

namespace causerie {
namespace {

void note_fulfilled_plans(const Site& site, Diagnostics& diagnostics) {
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    const Series& series = site.source(SeriesId{s});
    const auto& parts = site.view(SeriesId{s}).parts;
    for (const PlannedPart& planned : series.planned) {
      // A draft that this edition shows fulfils nothing yet.
      const auto published = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
        return part.number == planned.part && part.essay && site.view(*part.essay).state == EssayState::published;
      });
      if (published == parts.end()) continue;
      diagnostics
          .note("fulfilled-plan", {series.source, planned.span},
                fmt::format("part {} is published: it is '{}'", planned.part, site.source(*published->essay).source))
          .hint("remove the planned entry");
    }
  }
}

}  // namespace

Result<std::unique_ptr<PreparedSite>> check_site(Files& files, const SiteOptions& options, Diagnostics& diagnostics) {
  auto prepared = prepare_site(files, options, diagnostics);
  if (prepared) note_fulfilled_plans((*prepared)->site, diagnostics);
  return prepared;
}

}  // namespace causerie
