// The world of files, as everything above `system/` sees it: one folder, and paths below it.
//
// A path is relative, uses `/`, and has no empty, `.` or `..` segment; "" is the folder itself. Implementations: the
// disk (system/disk.h), memory (memory_files.h), and the tests' one that fails on demand. Calls from several threads
// are safe; two writes to one path at a time are not.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace causerie {

enum class FileKind { file, folder, link, other };

// What `stat` knows. Times and ids serve only to notice that a file may have changed; they enter no output.
struct FileStat {
  FileKind kind = FileKind::file;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  auto operator<=>(const FileStat&) const = default;
};

// Whether a file or folder had last changed so long before that no later change can leave it with the same times. The
// coarsest clock of a file system in use ticks every two seconds (FAT). What is younger, git calls racily clean.
inline bool is_at_rest(const FileStat& stat, std::int64_t now_ns) {
  constexpr std::int64_t rest_ns = 2'000'000'000;
  return (stat.modified_ns > stat.changed_ns ? stat.modified_ns : stat.changed_ns) + rest_ns < now_ns;
}

struct FolderEntry {
  std::string name;
  FileKind kind = FileKind::file;  // of the name itself: a symbolic link is `link`, whatever it leads to
  bool operator==(const FolderEntry&) const = default;
};

// Whether symbolic links below the root are followed. Where not, whatever lies behind one is nothing to `stat` and
// `stat_entry`, and a failure to everything else.
enum class FollowLinks { no, yes };

// Whether a name is one that `write` gives its temporary files. One that is found was left by a program that was
// killed, as long as no other build runs.
inline bool is_temporary(std::string_view name) {
  return name.starts_with(".causerie-") && name.ends_with(".tmp") && name.size() > 14 &&
         name.substr(10, name.size() - 14).find_first_not_of("0123456789-") == std::string_view::npos;
}

// Held until destroyed.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

class Files {
 public:
  virtual ~Files() = default;

  // Names for messages: the folder as the user knows it joined with `path`.
  virtual std::string name_of(std::string_view path) const = 0;

  virtual Result<std::string> read(std::string_view path) = 0;
  // At most so many bytes from `offset` on; fewer at the end.
  virtual Result<std::string> read_part(std::string_view path, std::size_t offset, std::size_t count) {
    auto bytes = read(path);
    return bytes ? Result<std::string>(bytes->substr(std::min(offset, bytes->size()), count)) : bytes;
  }
  // The children of a folder, by name (byte order); a folder that is not there is a failure.
  virtual Result<std::vector<FolderEntry>> list(std::string_view folder) = 0;
  // Nothing where nothing is (below a file is nothing). `stat` follows a last symbolic link, `stat_entry` does not.
  virtual Result<std::optional<FileStat>> stat(std::string_view path) = 0;
  virtual Result<std::optional<FileStat>> stat_entry(std::string_view path) = 0;
  // The path below this folder to which `path` leads with every link followed; nothing if it leads outside or nowhere.
  virtual Result<std::optional<std::string>> resolve(std::string_view path) = 0;

  // Writes beside the path and renames, so that a reader sees the old bytes or the new; makes the folders above.
  // Gives the stat of what was written.
  virtual Result<FileStat> write(std::string_view path, std::string_view bytes) = 0;
  virtual Result<void> remove(std::string_view path) = 0;                  // a file; one that is gone already is fine
  virtual Result<bool> remove_folder_if_empty(std::string_view path) = 0;  // whether it was
  virtual Result<void> make_folder(std::string_view path) = 0;             // and those above

  // Waits up to `seconds` for the lock named by `path` (a file that stays; "" locks the folder itself and leaves
  // nothing behind); a failure says that another build holds it.
  virtual Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) = 0;
};

}  // namespace causerie
