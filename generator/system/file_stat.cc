#include "system/file_stat.h"

#include <sys/stat.h>

namespace causerie {
namespace {

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

}  // namespace

FileKind file_kind(const struct stat& raw) {
  if (S_ISREG(raw.st_mode)) return FileKind::file;
  if (S_ISDIR(raw.st_mode)) return FileKind::folder;
  return S_ISLNK(raw.st_mode) ? FileKind::link : FileKind::other;
}

FileStat file_stat(const struct stat& raw) {
#ifdef __APPLE__  // has its own names for the fields that POSIX.1-2008 added
  const timespec &modified = raw.st_mtimespec, &changed = raw.st_ctimespec;
#else
  const timespec &modified = raw.st_mtim, &changed = raw.st_ctim;
#endif
  return {.kind = file_kind(raw),
          .size = static_cast<std::uint64_t>(raw.st_size),
          .modified_ns = nanoseconds(modified),
          .changed_ns = nanoseconds(changed),
          .device = static_cast<std::uint64_t>(raw.st_dev),
          .inode = static_cast<std::uint64_t>(raw.st_ino)};
}

}  // namespace causerie
