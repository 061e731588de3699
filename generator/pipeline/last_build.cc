#include "pipeline/last_build.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>

#include "base/diagnostic_encoding.h"
#include "base/encoding.h"
#include "content/build_cache.h"
#include "system/clock.h"
#include "system/git_state.h"
#include "system/parallel.h"
#include "system/program.h"

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

// Returns a hash of everything that decides what a build does, apart from the files it reads.
Hash conditions_of(const BuildFolders& folders, const BuildOptions& options) {
  Hasher hasher;
  hasher.add(program_hash()).add(folders.destination.name_of(""));
  hasher.add(options.base_url ? "base_url" : "").add(options.base_url.value_or("")).add(options.origin);
  hasher.add(options.day ? iso(*options.day) : "");
  for (const bool flag : {options.drafts, options.future, options.strict, options.compress}) hasher.add(flag ? 1 : 0);
  return hasher.finish();
}

}  // namespace

Result<std::optional<Built>> repeat_last_build(const BuildFolders& folders, const BuildOptions& options,
                                               Diagnostics& diagnostics) {
  auto last = find_last_build(folders, conditions_of(folders, options), now(), options.jobs);
  if (!last) return last.failure();
  if (!*last) return std::optional<Built>();
  for (Diagnostic& one : (*last)->said) diagnostics.add(std::move(one));
  Built built;
  built.is_published = true;
  built.summary = std::move((*last)->summary);
  built.published.unchanged = (*last)->left.size() - 1;  // not counting the list of our files
  built.published.list = (*last)->list;
  built.published.left = std::move((*last)->left);
  return std::optional(std::move(built));
}

void record_build(const BuildFolders& folders, const BuildOptions& options, const Site& site, const std::string& git,
                  const RecordingFiles& files, const Built& built, const Diagnostics& diagnostics) {
  auto recorded = files.recorded();
  // Nothing records the state of a changed file that was kept in the destination, or of a history that git could not
  // provide: the next build has to look again.
  const auto is_unwatched = [](const Diagnostic& one) {
    return one.code.name() == "changed-by-somebody" || one.code.name() == "no-history";
  };
  const auto& said = diagnostics.items();
  if (!recorded || std::any_of(said.begin(), said.end(), is_unwatched)) return;
  LastBuild last;
  last.conditions = conditions_of(folders, options);
  const Zone& zone = *site.file().zone;
  last.begin = options.day ? Instant{std::numeric_limits<std::int64_t>::min()} : zone.instant(site.edition.day, 0);
  last.end =
      options.day ? Instant{std::numeric_limits<std::int64_t>::max()} : zone.instant(day_after(site.edition.day), 0);
  last.recorded = *std::move(recorded);
  if (site.file().has_history) last.past = git;
  last.left = built.published.left;
  last.list = built.published.list;
  last.said = said;
  last.summary = built.summary;
  store_last_build(folders, last);
}

void store_last_build(const BuildFolders& folders, const LastBuild& last) {
  Store& store = folders.cache.store();
  store.put(last_build_kind, folders.destination.name_of(""), encoded(last));
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
