// The file system as everything above `system/` sees it: one folder, and paths below it.
//
// A path is relative, uses `/`, and has no empty, `.` or `..` segment; "" is the folder itself. Implementations: the
// disk (system/disk.h), memory (memory_files.h), and one in the tests that fails on demand. Thread-safe, except for
// concurrent writes to the same path.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/result.h"

namespace causerie {

enum class FileKind { file, folder, link, other };

// The result of `stat`. Times and ids are only used to detect that a file may have changed; they never reach the
// output.
struct FileStat {
  FileKind kind = FileKind::file;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  auto operator<=>(const FileStat&) const = default;
};

// True if a file or folder last changed so long ago that no later change can leave it with the same times. The coarsest
// file system clock in use ticks every two seconds (FAT). Git calls younger entries racily clean.
inline bool is_at_rest(const FileStat& stat, std::int64_t now_ns) {
  constexpr std::int64_t rest_ns = 2'000'000'000;
  return (stat.modified_ns > stat.changed_ns ? stat.modified_ns : stat.changed_ns) + rest_ns < now_ns;
}

struct FolderEntry {
  std::string name;
  FileKind kind = FileKind::file;  // of the entry itself: a symbolic link is `link`, wherever it leads
  bool operator==(const FolderEntry&) const = default;
};

// Whether symbolic links below the root are followed. If not, `stat` and `stat_entry` treat a path behind a link as
// missing, and reading, listing or writing it fails.
enum class FollowLinks { no, yes };

// True if `write` gives such names to its temporary files. A file with such a name was left by a program that was
// killed, unless another build is running.
inline bool is_temporary(std::string_view name) {
  return name.starts_with(".causerie-") && name.ends_with(".tmp") && name.size() > 14 &&
         name.substr(10, name.size() - 14).find_first_not_of("0123456789-") == std::string_view::npos;
}

// Reasons of a failed `replace`, for callers that offer to read the file again.
inline constexpr std::string_view changed_since_read = "it was changed since it was read";
inline constexpr std::string_view exists_already = "it already exists";

// A lock, held until destroyed.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

class Files {
 public:
  virtual ~Files() = default;

  // The name to use in messages: the folder as the user knows it, joined with `path`.
  virtual std::string name_of(std::string_view path) const = 0;

  virtual Result<std::string> read(std::string_view path) = 0;
  // Reads at most `count` bytes from `offset` on; fewer at the end of the file.
  virtual Result<std::string> read_part(std::string_view path, std::size_t offset, std::size_t count) {
    auto bytes = read(path);
    return bytes ? Result<std::string>(bytes->substr(std::min(offset, bytes->size()), count)) : bytes;
  }
  // The children of a folder, sorted by name (byte order). Fails if the folder does not exist.
  virtual Result<std::vector<FolderEntry>> list(std::string_view folder) = 0;
  // nullopt if nothing is there, which includes any path below a file. `stat` follows a symbolic link in the last
  // segment, `stat_entry` does not.
  virtual Result<std::optional<FileStat>> stat(std::string_view path) = 0;
  virtual Result<std::optional<FileStat>> stat_entry(std::string_view path) = 0;
  // The path below this folder to which `path` leads with all links followed; nullopt if it leads outside or nowhere.
  virtual Result<std::optional<std::string>> resolve(std::string_view path) = 0;

  // Writes a temporary file in the same folder and renames it, so that a reader sees either the old bytes or the new.
  // Creates missing parent folders. Returns the stat of the written file.
  virtual Result<FileStat> write(std::string_view path, std::string_view bytes) = 0;
  // Changes a file that belongs to the writer of the site. `expected` is the hash of the bytes that the caller has read
  // (`hash_of`): if the file has others now, nothing is written and the reason is `changed_since_read`. With nullopt
  // the file must not exist, nor a link of that name (`exists_already`); folders above it are made. Returns the stat
  // afterwards.
  //
  // The file keeps its mode, owner, group, symbolic link and hard links; one that is not writable is a failure. Any
  // link in the path must lead to a place in this folder (see `resolve`), or it is a failure. A reader sees the old
  // bytes or the new, and after a failure the old ones; for the exception see system/replacement.h.
  virtual Result<FileStat> replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) = 0;
  virtual Result<void> remove(std::string_view path) = 0;                  // a file; no error if it is missing
  virtual Result<bool> remove_folder_if_empty(std::string_view path) = 0;  // true if it was removed
  virtual Result<void> make_folder(std::string_view path) = 0;             // and its missing parents

  // Waits up to `seconds` for the lock named by `path`: a file that remains afterwards. "" locks the folder itself and
  // leaves no file. Fails if another build still holds the lock.
  virtual Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) = 0;
};

}  // namespace causerie
