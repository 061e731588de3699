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

struct CachedHistory {
  std::string zone;                     // the time zone that all this depends on
  std::string state;                    // of git, when all this was true (system/git_state.h); empty if unknown
  FolderPast past;                      // never one that is cut
  Known<ObjectId, VersionFacts> facts;  // by the file's bytes
  Known<Hash, Hash> differences;        // by the two versions and how they are parsed; see EssayPast
  bool operator==(const CachedHistory&) const = default;
};

}  // namespace causerie
