// What the last build asked of the writer's folder, what it was told, and what it left. Where all of that is as it was,
// a build would do nothing, and ends before it begins. Like the manifest it only ever saves work.
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

inline constexpr std::string_view last_build_path = "last-build";  // in the folder of our notes

struct LastBuild {
  Hash conditions;     // of the program and of all that it was asked to do
  Instant begin, end;  // of the day whose site it made; a build of a given day holds always
  std::vector<RecordedStat> recorded;
  std::string past;                                    // of git, where it was asked: see system/git_state.h
  std::vector<std::pair<std::string, FileStat>> left;  // in the destination
  Hash list;                                           // of the bytes of the list among them
  std::vector<Diagnostic> said;
  SiteSummary summary;
  auto operator<=>(const LastBuild&) const = default;
};

// A line of text that names the format, the members in their order, and a hash of everything before it.
std::string encode_last_build(const LastBuild&);
// Nothing where the bytes are not exactly what `encode_last_build` gives.
std::optional<LastBuild> decode_last_build(std::string_view bytes);

// The last build, if one under these conditions would have nothing to do at this moment.
Result<std::optional<LastBuild>> find_last_build(const BuildFolders&, Hash conditions, Instant now, int jobs);

}  // namespace causerie
