#include "pages/fragment_cache.h"

namespace causerie {

std::size_t FragmentCache::KeyHash::operator()(const Key& key) const {
  const std::hash<const void*> hash;
  // These objects are at least 8-byte aligned: the low bits of their addresses carry no information.
  return hash(key.subject) / 16 + 31 * hash(key.words) + static_cast<std::size_t>(key.kind);
}

std::shared_ptr<const SharedFields> FragmentCache::fields(FragmentKind kind, const void* subject, const Words& words,
                                                          const std::function<Record()>& make) const {
  const Key key{kind, subject, &words};
  Shelf& shelf = shelves_[KeyHash()(key) / 64 % shelves_.size()];
  {
    const std::lock_guard lock(shelf.mutex);
    if (const auto found = shelf.made.find(key); found != shelf.made.end()) return found->second;
  }
  // Two threads may make it at the same time. Both results are equal, and the first one stored is kept.
  auto made = share_fields(make());
  const std::lock_guard lock(shelf.mutex);
  return shelf.made.try_emplace(key, std::move(made)).first->second;
}

}  // namespace causerie
