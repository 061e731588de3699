// What was read from git and need not be read again. It only ever saves work.
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

// What matters of one state of an essay's file.
struct VersionFacts {
  bool is_publishable = false;  // its front matter can be read and does not say that it is a draft
  std::optional<Day> day;       // of `date`
  Hash text;                    // of what stands below the front matter, byte by byte
  std::strong_ordering operator<=>(const VersionFacts&) const = default;
};

// Sorted by the first of each pair, and no two alike.
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
  std::string state;                    // of git, when all this was so (system/git_state.h); empty: not known
  FolderPast past;                      // never one that is cut
  Known<ObjectId, VersionFacts> facts;  // by the file's bytes
  Known<Hash, Hash> differences;        // by what they are between and how that is read; see EssayPast
  bool operator==(const HistoryNotes&) const = default;
};

// A line that names the format; `key`; the members in their order, each list behind its length; and a hash of
// everything before it (base/binary.h). No name, address or message of a commit is in it, and no word of a text.
std::string encode_notes(const HistoryNotes&, Hash key);

// Empty notes where the bytes are not exactly what `encode_notes` gives with this key, which stands for whatever else
// the notes depend on.
HistoryNotes decode_notes(std::string_view bytes, Hash key);

}  // namespace causerie
