// The states that an essay's file has had.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "content/history_notes.h"

namespace causerie {

// One state, from its commit until the next.
struct Version {
  Instant since;
  std::optional<Instant> until;  // nothing: to this day
  std::string path;              // below content/, at that time
  std::string blob;              // empty: there was no such file
};

// Of each file, newest first; as `paths`, which are below content/. Renames are followed.
std::vector<std::vector<Version>> versions_of(std::span<const FolderCommit> commits,
                                              std::span<const std::string> paths);

// Of bytes that are no text, nothing that could be published.
VersionFacts read_facts(std::string bytes, const Zone&);
// What stands below the front matter, ready for parsing; empty where the bytes are no text.
std::string body_of(std::string bytes);

using FactsByBlob = std::unordered_map<std::string, VersionFacts>;

// What readers could read, oldest first: the version that was published, then the last one of each day (in the zone)
// on which the text changed.
std::vector<const Version*> published_versions(std::span<const Version> newest_first, const FactsByBlob&, const Zone&);

// A time that no calendar has is the nearest that one has.
Instant in_calendar(Instant);

}  // namespace causerie
