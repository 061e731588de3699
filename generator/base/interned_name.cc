#include "base/interned_name.h"

#include <cstddef>
#include <functional>
#include <mutex>
#include <unordered_set>

namespace causerie {
namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace

InternedName::InternedName(std::string_view text) {
  static std::mutex mutex;
  static std::unordered_set<std::string, TextHash, std::equal_to<>> names;  // its elements never move
  const std::lock_guard lock(mutex);
  const auto found = names.find(text);
  text_ = found != names.end() ? &*found : &*names.emplace(text).first;
}

}  // namespace causerie
