// The states that an essay's file has had.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "content/history_notes.h"

namespace causerie {

// One state, from its commit until the next.
struct Version {
  Instant since;
  std::optional<Instant> until;       // nothing: to this day
  std::string_view path;              // below content/, at that time; of the commit
  ObjectId blob;                      // none: there was no such file
  std::optional<VersionFacts> facts;  // once they are known
};

// Of each file, newest first; as `paths`, which are below content/. Renames are followed.
std::vector<std::vector<Version>> versions_of(std::span<const FolderCommit> commits,
                                              std::span<const std::string> paths);

// One that was read.
struct VersionText {
  VersionFacts facts;
  std::string body;  // what stands below the front matter, ready for parsing
};
// Of bytes that are no text, nothing that could be published.
VersionText read_version(std::string bytes, const Zone&);

// What readers could read, oldest first: the version that was published, then the last one of each day (in the zone)
// on which the text changed. What nothing is known of was nowhere.
std::vector<const Version*> published_versions(std::span<const Version> newest_first, const Zone&);

// A time that no calendar has is the nearest that one has.
Instant in_calendar(Instant);

}  // namespace causerie
