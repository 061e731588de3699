// The build lock: only one build at a time may read and change the list of our files.
#pragma once

#include <memory>

#include "base/files.h"

namespace causerie {

class BuildCache;

struct BuildFolders {
  Files& site;
  Files& destination;  // links below it are not followed
  Files& internal;     // the folder `.causerie`: the lock, and what deploying needs
  BuildCache& cache;
};

// Held from before the destination is scanned until after publishing; released on destruction.
class BuildLock {
 public:
  const BuildFolders& folders() const { return folders_; }

 private:
  friend Result<BuildLock> lock_build(const BuildFolders& folders);
  explicit BuildLock(const BuildFolders& folders) : folders_(folders) {}

  BuildFolders folders_;
  std::unique_ptr<FileLock> site_;         // against a build of this site to another destination: they share the cache
  std::unique_ptr<FileLock> destination_;  // against a build of another site to this destination
};

// Waits up to 10 seconds for another build. Creates the cache folder, with a .gitignore that excludes it from git, and
// the destination if they are missing.
Result<BuildLock> lock_build(const BuildFolders& folders);

}  // namespace causerie
