// A record of the last build: what it looked up in the site's folder, with the answers, and what it wrote. If none of
// that has changed, a build has nothing to do and ends at once. Like the manifest, the record only saves work.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/recording_files.h"
#include "pipeline/build_lock.h"
#include "pipeline/build_site.h"
#include "site/summary.h"

namespace causerie {

struct LastBuild {
  Hash conditions;     // of the program and the options
  Instant begin, end;  // of the built day; unbounded if an option set the day
  std::vector<RecordedStat> recorded;
  std::string past;                                    // git state, if the site has a history: see system/git_state.h
  std::vector<std::pair<std::string, FileStat>> left;  // our files in the destination
  Hash list;                                           // of the bytes of the list of our files
  std::vector<Diagnostic> said;
  SiteSummary summary;
  auto operator<=>(const LastBuild&) const = default;
};

// If a build with these options would have nothing to do now, returns what the last one did, with its messages.
Result<std::optional<Built>> repeat_last_build(const BuildFolders&, const BuildOptions&, Diagnostics&);

// Records a build that has published: `git` is the git state from before it read the site, `files` what it looked up.
// Nothing is recorded if the next build has to look again anyway. The caller commits.
void record_build(const BuildFolders&, const BuildOptions&, const Site&, const std::string& git,
                  const RecordingFiles& files, const Built&, const Diagnostics&);

// The two halves of that, for tests: the record in the cache, by the destination; and the last build, if a build under
// these conditions would have nothing to do at this moment.
void store_last_build(const BuildFolders&, const LastBuild&);
Result<std::optional<LastBuild>> find_last_build(const BuildFolders&, Hash conditions, Instant now, int jobs);

}  // namespace causerie
