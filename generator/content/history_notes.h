// What was read from git and need not be read again. It only ever saves work.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "base/hash.h"
#include "system/git.h"

namespace causerie {

// What matters of one state of an essay's file.
struct VersionFacts {
  bool is_publishable = false;  // its front matter can be read and does not say that it is a draft
  std::optional<Day> day;       // of `date`
  Hash text;                    // of what stands below the front matter, byte by byte
  bool operator==(const VersionFacts&) const = default;
};

struct HistoryNotes {
  std::string head;                                     // the newest commit that was read; empty: none
  std::vector<FolderCommit> commits;                    // from there on, all of them
  std::unordered_map<std::string, VersionFacts> facts;  // by blob
  std::unordered_map<Hash, std::string> differences;    // encoded, by what they are between and how that is read
  bool operator==(const HistoryNotes&) const = default;
};

// A line that names the format; `key`; the head; the commits, facts and differences, each list behind its length; and a
// hash of everything before it (base/binary.h).
// No name, address or message of a commit is in it, and of a draft's text a hash alone.
std::string encode_notes(const HistoryNotes&, Hash key);

// Empty notes where the bytes are not exactly what `encode_notes` gives with this key, which stands for whatever else
// the notes depend on.
HistoryNotes decode_notes(std::string_view bytes, Hash key);

}  // namespace causerie
