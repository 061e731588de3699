// The versions of an essay's file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "content/history_cache.h"

namespace causerie {

// One version, from its commit until the next.
struct Version {
  Instant since;
  std::optional<Instant> until;       // nullopt: still current
  std::string_view path;              // below content/, at that time; a view into the commit
  ObjectId blob;                      // none: the file did not exist
  std::optional<VersionFacts> facts;  // once known
};

// Returns the versions of each file, newest first, in the order of `paths`, which are below content/. Follows renames.
// The result refers to `commits`.
std::vector<std::vector<Version>> versions_of(std::span<const FolderCommit> commits,
                                              std::span<const std::string> paths);

// A version that was read.
struct VersionText {
  VersionFacts facts;
  std::string body;  // the text below the front matter, ready for parsing
};
// If the bytes are not valid UTF-8, the version is not publishable.
VersionText read_version(std::string bytes, const Zone&);

// Returns what readers could read, oldest first: the version that was published, then the last one of each day (in the
// zone) on which the text changed. A version without facts counts as not public.
std::vector<const Version*> published_versions(std::span<const Version> newest_first, const Zone&);

// Clamps the time to the years that a Day can represent.
Instant in_calendar(Instant);

}  // namespace causerie
