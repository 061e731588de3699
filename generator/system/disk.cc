#include "system/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/paths.h"
#include "system/beneath.h"
#include "system/file_stat.h"
#include "system/refusal.h"
#include "system/replacement.h"
#include "system/temporary_file.h"

namespace causerie {

namespace {

// True if the error means that nothing is there: the name, or a folder above it, is missing, is a file, or is a link
// that leads nowhere or may not be followed.
bool means_nothing(int error) { return error == ENOENT || error == ENOTDIR || error == ELOOP; }

class DiskLock : public FileLock {
 public:
  explicit DiskLock(Descriptor file) : file_(std::move(file)) {}

 private:
  Descriptor file_;  // closing it releases the lock, and so does the end of the program
};

class DiskFiles : public Files {
 public:
  DiskFiles(std::string root, FollowLinks links, Readers readers)
      : beneath_(std::move(root), links), mode_(readers == Readers::owner ? 0600 : 0644) {}

  std::string name_of(std::string_view path) const override { return beneath_.full(path); }

  Result<std::string> read(std::string_view path) override {
    std::size_t expected = 0;
    const auto file = open_to_read(path, expected);
    if (!file) return file.failure();
    // One byte more than the size, so that the first call also reaches the end.
    std::string bytes(expected + 1, '\0');
    std::size_t size = 0;
    for (;;) {
      const std::size_t room = bytes.size() - size;
      const ssize_t count = ::read(file->number(), bytes.data() + size, room);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return refusal("cannot read", name_of(path), errno);
      size += static_cast<std::size_t>(count);
      if (count == 0 || static_cast<std::size_t>(count) < room) break;
      bytes.resize(bytes.size() * 2);
    }
    bytes.resize(size);
    return bytes;
  }

  Result<std::string> read_part(std::string_view path, std::size_t offset, std::size_t count) override {
    std::size_t size = 0;
    const auto file = open_to_read(path, size);
    if (!file) return file.failure();
    std::string bytes(std::min(count, size - std::min(offset, size)), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t part =
          ::pread(file->number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
      if (part < 0 && errno == EINTR) continue;
      if (part < 0) return refusal("cannot read", name_of(path), errno);
      if (part == 0) break;  // the file became shorter
      done += static_cast<std::size_t>(part);
    }
    bytes.resize(done);
    return bytes;
  }

  Result<std::vector<FolderEntry>> list(std::string_view folder) override {
    Descriptor opened = beneath_.open(folder, O_RDONLY | O_DIRECTORY);
    DIR* stream = opened ? ::fdopendir(opened.number()) : nullptr;
    if (!stream) return refusal("cannot list", name_of(folder), errno);
    opened.release();
    const std::unique_ptr<DIR, int (*)(DIR*)> closer(stream, ::closedir);
    std::vector<FolderEntry> entries;
    errno = 0;
    while (const dirent* entry = ::readdir(stream)) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      struct stat raw {};
      raw.st_mode = DTTOIF(entry->d_type);
      if (entry->d_type == DT_UNKNOWN) ::fstatat(::dirfd(stream), entry->d_name, &raw, AT_SYMLINK_NOFOLLOW);
      entries.push_back({std::string(name), file_kind(raw)});
      errno = 0;
    }
    if (errno != 0) return refusal("cannot list", name_of(folder), errno);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return entries;
  }

  Result<std::optional<FileStat>> stat(std::string_view path) override {
    auto found = look(path, 0);
    // If links are not followed, `look` returns the stat of a link at the end of the path itself.
    if (found && *found && (*found)->kind == FileKind::link) return std::optional<FileStat>();
    return found;
  }

  Result<std::optional<FileStat>> stat_entry(std::string_view path) override { return look(path, AT_SYMLINK_NOFOLLOW); }

  Result<std::optional<std::string>> resolve(std::string_view path) override {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(name_of(path).c_str(), nullptr), ::free);
    if (!real && means_nothing(errno)) return std::optional<std::string>();
    if (!real) return refusal("cannot follow", name_of(path), errno);
    const std::string root = real_path(beneath_.root());
    const std::string_view target = real.get();
    if (target == root) return std::optional<std::string>("");
    const std::string prefix = root == "/" ? root : root + "/";
    if (!target.starts_with(prefix)) return std::optional<std::string>();
    return std::optional<std::string>(target.substr(prefix.size()));
  }

  Result<FileStat> write(std::string_view path, std::string_view bytes) override {
    const std::string name(causerie::name_of(path));
    const Descriptor folder = beneath_.make_folder(parent_of(path));
    if (!folder) return refusal("cannot write", name_of(path), errno);

    const std::string temporary = temporary_name();
    const auto create = [&] {
      return Descriptor(
          ::openat(folder.number(), temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_));
    };
    Descriptor file = create();
    if (!file && errno == EEXIST && ::unlinkat(folder.number(), temporary.c_str(), 0) == 0) file = create();
    if (!file) return refusal("cannot write", name_of(path), errno);

    // Closed before it is renamed: some network file systems report only then that the disk is full.
    struct stat raw;
    if (!write_all(file.number(), bytes) || !file.close() ||
        ::renameat(folder.number(), temporary.c_str(), folder.number(), name.c_str()) != 0 ||
        ::fstatat(folder.number(), name.c_str(), &raw, AT_SYMLINK_NOFOLLOW) != 0) {
      const int error = errno;
      ::unlinkat(folder.number(), temporary.c_str(), 0);
      return refusal("cannot write", name_of(path), error);
    }
    return file_stat(raw);
  }

  Result<FileStat> replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) override {
    const auto real = real_location(path, expected.has_value());
    if (!real) return real.failure();
    // Links were followed, and a last time: one that is put there now is not.
    const Beneath beneath(beneath_.root(), FollowLinks::no);
    if (expected) return replace_file(beneath, *real, name_of(path), *expected, bytes);
    return create_file(beneath, *real, name_of(path), mode_, bytes);
  }

  Result<void> remove(std::string_view path) override {
    const int error = unlink(path, 0);
    if (error == 0 || error == ENOENT || error == ENOTDIR) return {};
    return refusal("cannot remove", name_of(path), error);
  }

  Result<bool> remove_folder_if_empty(std::string_view path) override {
    const int error = unlink(path, AT_REMOVEDIR);
    if (error == 0) return true;
    // EBUSY: something is mounted there, so the folder is not only ours.
    for (const int harmless : {ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY}) {
      if (error == harmless) return false;
    }
    return refusal("cannot remove the folder", name_of(path), error);
  }

  Result<void> make_folder(std::string_view path) override {
    if (beneath_.make_folder(path)) return {};
    return refusal("cannot create the folder", name_of(path), errno);
  }

  Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) override {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    for (;;) {
      Descriptor file = open_lock(path);
      if (!file) return refusal("cannot lock", name_of(path), errno);
      if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) {
        if (is_still_there(path, file)) return std::unique_ptr<FileLock>(std::make_unique<DiskLock>(std::move(file)));
        continue;  // the cache folder was deleted meanwhile: other builds see a new lock file
      }
      if (errno != EWOULDBLOCK && errno != EINTR) {
        // Network file systems lock only files. What the lock of a folder protects against is rare, so continue.
        if (path.empty()) return std::unique_ptr<FileLock>(std::make_unique<DiskLock>(std::move(file)));
        return refusal("cannot lock", name_of(path), errno);
      }
      if (std::chrono::steady_clock::now() >= deadline) {
        return Failure{"cannot lock", name_of(path), "another build is running", "wait until it has finished"};
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

 private:
  Result<Descriptor> open_to_read(std::string_view path, std::size_t& size) const {
    // Non-blocking: a pipe in this place should cause an error, not a program that hangs.
    Descriptor file = beneath_.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    struct stat raw;
    if (!file || ::fstat(file.number(), &raw) != 0) return refusal("cannot read", name_of(path), errno);
    if (S_ISDIR(raw.st_mode)) return refusal("cannot read", name_of(path), EISDIR);
    if (!S_ISREG(raw.st_mode)) return Failure{"cannot read", name_of(path), "it is not a regular file", ""};
    size = static_cast<std::size_t>(raw.st_size);
    return Result<Descriptor>(std::move(file));
  }

  Result<std::optional<FileStat>> look(std::string_view path, int flags) const {
    struct stat raw;
    if (beneath_.look(path, flags, raw)) return std::optional(file_stat(raw));
    if (means_nothing(errno)) return std::optional<FileStat>();
    return refusal("cannot inspect", name_of(path), errno);
  }

  // The path below this folder, without links, of what `replace` writes. A link at the end is followed if `is_there`;
  // folders that do not exist yet contain no links.
  Result<std::string> real_location(std::string_view path, bool is_there) {
    if (beneath_.links() == FollowLinks::no || path.empty()) return std::string(path);
    std::string_view at = is_there ? path : parent_of(path);
    std::string below(is_there ? "" : causerie::name_of(path));
    for (;;) {
      const auto entry = stat_entry(at);
      if (!entry) return entry.failure();
      if (*entry || at.empty()) break;
      below = join_path(causerie::name_of(at), below);
      at = parent_of(at);
    }
    const auto real = resolve(at);
    if (!real) return real.failure();
    if (*real) return join_path(**real, below);
    if (at.empty()) return below;  // the folder itself does not exist yet
    const auto target = stat(at);
    return Failure{"cannot write", name_of(path),
                   target && *target ? "a symbolic link in its path leads out of the folder"
                                     : "a symbolic link in its path leads nowhere",
                   "edit the file that it should lead to, or put a real one in its place"};
  }

  int unlink(std::string_view path, int flags) const {
    const Descriptor folder = beneath_.open_folder(parent_of(path));
    if (!folder) return errno;
    const std::string name(causerie::name_of(path));
    return ::unlinkat(folder.number(), name.c_str(), flags) == 0 ? 0 : errno;
  }

  Descriptor open_lock(std::string_view path) const {
    if (path.empty()) return beneath_.open(path, O_RDONLY | O_DIRECTORY);
    const Descriptor folder = beneath_.make_folder(parent_of(path));
    if (!folder) return Descriptor();
    const std::string name(causerie::name_of(path));
    return Descriptor(::openat(folder.number(), name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644));
  }

  bool is_still_there(std::string_view path, const Descriptor& file) {
    struct stat held;
    if (::fstat(file.number(), &held) != 0) return false;
    const auto now = stat_entry(path);
    return now && *now && (*now)->inode == held.st_ino && (*now)->device == held.st_dev;
  }

  Beneath beneath_;
  const mode_t mode_;  // of new files
};

}  // namespace

std::unique_ptr<Files> disk_files(std::string root, FollowLinks links, Readers readers) {
  return std::make_unique<DiskFiles>(std::move(root), links, readers);
}

std::string real_path(const std::string& path) {
  std::error_code trouble;
  const std::filesystem::path whole = std::filesystem::absolute(path, trouble);
  std::filesystem::path real = std::filesystem::weakly_canonical(whole, trouble);
  if (trouble) real = whole.lexically_normal();
  std::string text = real.string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

}  // namespace causerie
