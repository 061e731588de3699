// A cache of fields that many pages share, per language: an essay's entry in lists, a part of a series. They are made
// by the first page that requests them.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "formats/value.h"

namespace causerie {

class Words;

enum class FragmentKind { line, feed_entry, part, site, assets };

// Only saves work: what `make` returns must depend on nothing but the subject, the words, and data that does not change
// while the cache exists. Thread-safe.
class FragmentCache {
 public:
  // `subject` is the address of the object and identifies it; one object may have fragments of several kinds.
  std::shared_ptr<const SharedFields> fields(FragmentKind kind, const void* subject, const Words& words,
                                             const std::function<Record()>& make) const;
  // The same for what only pages that are made look into: its fingerprint is kept, and the record is made again by each
  // of them.
  Later record(FragmentKind kind, const void* subject, const Words& words, std::function<Record()> make) const;

  // Frees the memory of a large site's fields, which are made again if needed. Called after fingerprints: few pages are
  // usually rendered afterwards. REQUIRES: no other thread is using the cache.
  void forget_if_large() const;

 private:
  struct Key {
    FragmentKind kind;
    const void* subject;
    const Words* words;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  struct Shelf {
    std::mutex mutex;
    std::unordered_map<Key, std::shared_ptr<const SharedFields>, KeyHash> made;
    std::unordered_map<Key, Hash, KeyHash> fingerprints;
  };

  Shelf& shelf_of(const Key& key) const;

  mutable std::array<Shelf, 16> shelves_;  // so that threads rarely wait for each other
};

}  // namespace causerie
