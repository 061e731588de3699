#include "pipeline/build_lock.h"

namespace causerie {

namespace {

constexpr int patience_seconds = 10;

// Nothing but Causerie writes to the cache, so temporary files of a killed build are removed while no other build runs.
Result<void> tidy(Files& internal) {
  const auto entries = internal.list("");
  if (!entries) return entries.failure();
  bool is_ignored = false;
  for (const FolderEntry& entry : *entries) {
    is_ignored = is_ignored || entry.name == ".gitignore";
    if (!is_temporary(entry.name)) continue;
    if (const auto removed = internal.remove(entry.name); !removed) return removed.failure();
  }
  if (is_ignored) return {};
  if (const auto written = internal.write(".gitignore", "*\n"); !written) return written.failure();
  return {};
}

}  // namespace

Result<BuildLock> lock_build(const BuildFolders& folders) {
  BuildLock lock(folders);
  auto site = folders.internal.lock("lock", patience_seconds);
  if (!site) return site.failure();
  lock.site_ = *std::move(site);
  if (const auto tidied = tidy(folders.internal); !tidied) return tidied.failure();

  if (const auto made = folders.destination.make_folder(""); !made) return made.failure();
  auto destination = folders.destination.lock("", patience_seconds);
  if (!destination) return destination.failure();
  lock.destination_ = *std::move(destination);
  return lock;
}

}  // namespace causerie
