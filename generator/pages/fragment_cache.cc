#include "pages/fragment_cache.h"

#include <cstddef>
#include <optional>
#include <utility>

namespace causerie {

std::size_t FragmentCache::KeyHash::operator()(const Key& key) const {
  const std::hash<const void*> hash;
  // These objects are at least 8-byte aligned: the low bits of their addresses carry no information.
  return hash(key.subject) / 16 + 31 * hash(key.words) + static_cast<std::size_t>(key.kind);
}

FragmentCache::Shelf& FragmentCache::shelf_of(const Key& key) const {
  return shelves_[KeyHash()(key) / 64 % shelves_.size()];
}

std::shared_ptr<const SharedFields> FragmentCache::fields(FragmentKind kind, const void* subject, const Words& words,
                                                          const std::function<Record()>& make) const {
  const Key key{kind, subject, &words};
  Shelf& shelf = shelf_of(key);
  {
    const std::lock_guard lock(shelf.mutex);
    if (const auto found = shelf.made.find(key); found != shelf.made.end()) return found->second;
  }
  // Two threads may make it at the same time. Both results are equal, and the first one stored is kept.
  auto made = share_fields(make());
  const std::lock_guard lock(shelf.mutex);
  return shelf.made.try_emplace(key, std::move(made)).first->second;
}

Later FragmentCache::record(FragmentKind kind, const void* subject, const Words& words,
                            std::function<Record()> make) const {
  const Key key{kind, subject, &words};
  Shelf& shelf = shelf_of(key);
  const auto known = [&]() -> std::optional<Hash> {
    const std::lock_guard lock(shelf.mutex);
    const auto found = shelf.fingerprints.find(key);
    return found == shelf.fingerprints.end() ? std::nullopt : std::optional(found->second);
  }();
  const Hash hash = known ? *known : fingerprint(make());
  if (!known) {
    const std::lock_guard lock(shelf.mutex);
    shelf.fingerprints.try_emplace(key, hash);
  }
  return {hash, [make = std::move(make)] { return Value(make()); }};
}

void FragmentCache::forget_if_large() const {
  constexpr std::size_t most_kept = 4096;  // about 8 MB
  std::size_t count = 0;
  for (const Shelf& shelf : shelves_) count += shelf.made.size();
  if (count <= most_kept) return;
  for (Shelf& shelf : shelves_) shelf.made = {};
}

}  // namespace causerie
