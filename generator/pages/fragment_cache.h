// What many pages say of one thing in one language: an essay's line in lists, a part of a series. It is made by
// whichever page asks first, and kept for the others.
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

// Only saves work: what is made must depend on the subject, the words, and what never changes while this lives. Any
// thread may ask.
class FragmentCache {
 public:
  // `subject` is the address of the thing, which stands for it; of one thing several sayings may be kept.
  std::shared_ptr<const SharedFields> fields(FragmentKind kind, const void* subject, const Words& words,
                                             const std::function<Record()>& make) const;

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
  };

  mutable std::array<Shelf, 16> shelves_;  // so that threads seldom wait for one another
};

}  // namespace causerie
