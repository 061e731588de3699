#include "pipeline/last_build.h"

#include <atomic>

#include "base/diagnostic_encoding.h"
#include "base/encoding.h"
#include "content/build_cache.h"
#include "system/git_state.h"
#include "system/parallel.h"

namespace causerie {
namespace {

constexpr std::string_view last_build_kind = "last build";  // in the store, by destination: a LastBuild

// True if `holds` is true for all indices below `count`. Stops early after the first false.
template <class Holds>
Result<bool> all_hold(std::size_t count, int jobs, Holds holds) {
  constexpr std::size_t least = 8192;  // each takes a few µs
  std::atomic<bool> all = true;
  const auto done = try_for_each_index(count, jobs_for(count, least, jobs), [&](std::size_t i, int) -> Result<void> {
    if (!all) return {};
    const Result<bool> one = holds(i);
    if (!one) return one.failure();
    if (!*one) all = false;
    return {};
  });
  if (!done) return done.failure();
  return all.load();
}

}  // namespace

void store_last_build(const BuildFolders& folders, const LastBuild& last) {
  Store& store = folders.cache.store();
  store.put(last_build_kind, folders.destination.name_of(""), encoded(last));
  store.commit();
}

Result<std::optional<LastBuild>> find_last_build(const BuildFolders& folders, Hash conditions, Instant now, int jobs) {
  const auto none = std::optional<LastBuild>();
  const auto bytes = folders.cache.store().find(last_build_kind, folders.destination.name_of(""));
  auto last = bytes ? decoded<LastBuild>(*bytes) : std::nullopt;
  if (!last || last->conditions != conditions || now < last->begin || now >= last->end) return none;
  if (!last->past.empty() && last->past != git_state(folders.site.name_of("content"))) return none;
  const auto told = all_hold(last->recorded.size(), jobs,
                             [&](std::size_t i) { return still_holds(folders.site, last->recorded[i]); });
  if (!told) return told.failure();
  if (!*told) return none;
  const auto left = all_hold(last->left.size(), jobs, [&](std::size_t i) -> Result<bool> {
    const auto stat = folders.destination.stat_entry(last->left[i].first);
    if (!stat) return stat.failure();
    return *stat && **stat == last->left[i].second;
  });
  if (!left) return left.failure();
  return *left ? std::move(last) : none;
}

}  // namespace causerie
