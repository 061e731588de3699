// The right to build: one build at a time reads the list of what is ours and changes it.
#pragma once

#include <memory>

#include "base/files.h"

namespace causerie {

class DiskParseCache;

struct BuildFolders {
  Files& site;
  Files& destination;                     // no link below it is followed
  Files& notes;                           // the folder .causerie
  DiskParseCache* parse_cache = nullptr;  // of earlier runs; null: none are kept
};

// Held from before the destination is scanned until after publishing; releases when destroyed.
class BuildLock {
 public:
  const BuildFolders& folders() const { return folders_; }

 private:
  friend Result<BuildLock> lock_build(const BuildFolders& folders);
  explicit BuildLock(const BuildFolders& folders) : folders_(folders) {}

  BuildFolders folders_;
  std::unique_ptr<FileLock> site_;         // against a build of this site to elsewhere: the notes are one
  std::unique_ptr<FileLock> destination_;  // against a build of another site to this place
};

// Waits 10 seconds for a build that is under way. Makes the folder of the notes, which git is told to leave alone, and
// the destination, where they are not there.
Result<BuildLock> lock_build(const BuildFolders& folders);

}  // namespace causerie
