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
#include "site/summary.h"

namespace causerie {

inline constexpr std::string_view last_build_path = "last-build";  // in the cache

struct LastBuild {
  Hash conditions;     // of the program and the options
  Instant begin, end;  // of the built day; unbounded if an option set the day
  std::vector<RecordedStat> recorded;
  std::string past;                                    // git state, if queried: see system/git_state.h
  std::vector<std::pair<std::string, FileStat>> left;  // our files in the destination
  Hash list;                                           // of the bytes of the list of our files
  std::vector<Diagnostic> said;
  SiteSummary summary;
  auto operator<=>(const LastBuild&) const = default;
};

// The format: a line of text that names it, the members in order, and a hash of everything before it.
std::string encode_last_build(const LastBuild&);
// nullopt unless the bytes are exactly what `encode_last_build` returns.
std::optional<LastBuild> decode_last_build(std::string_view bytes);

// Returns the last build if a build under these conditions would have nothing to do now.
Result<std::optional<LastBuild>> find_last_build(const BuildFolders&, Hash conditions, Instant now, int jobs);

}  // namespace causerie
