// The cache of what was read from git. It only saves work.
#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/hash.h"
#include "system/git.h"

namespace causerie {

// The relevant facts about one version of an essay's file.
struct VersionFacts {
  bool is_publishable = false;  // its front matter can be read, and it is not a draft
  std::optional<Day> day;       // of `date`
  Hash text;                    // of the body, as prepared for parsing (source_text.h)
  std::strong_ordering operator<=>(const VersionFacts&) const = default;
};

// Sorted by key, without duplicates.
template <class Key, class What>
using Known = std::vector<std::pair<Key, What>>;

template <class Key, class What>
const What* find_in(const Known<Key, What>& known, const Key& key) {
  const auto found = std::lower_bound(known.begin(), known.end(), key,
                                      [](const auto& one, const Key& wanted) { return one.first < wanted; });
  return found != known.end() && found->first == key ? &found->second : nullptr;
}

template <class Key, class What>
void sort_known(Known<Key, What>& known) {
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
}

struct HistoryNotes {
  std::string state;                    // git's state when this was read (system/git_state.h); empty: unknown
  FolderPast past;                      // never a cut one
  Known<ObjectId, VersionFacts> facts;  // by the file's blob
  Known<Hash, Hash> differences;        // by EssayPast::Step::key
  bool operator==(const HistoryNotes&) const = default;
};

// A line that identifies the format; `key`; the members in order, each list preceded by its length; and a hash of
// everything before it (base/binary.h). Contains no author's name, address or message of a commit, and no text of an
// essay.
std::string encode_notes(const HistoryNotes&, Hash key);

// Returns empty notes unless the bytes are exactly what `encode_notes` returns with this key, which identifies
// everything else that the notes depend on.
HistoryNotes decode_notes(std::string_view bytes, Hash key);

}  // namespace causerie
