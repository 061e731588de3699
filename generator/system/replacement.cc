#include "system/replacement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/paths.h"
#include "system/file_stat.h"
#include "system/refusal.h"
#include "system/temporary_file.h"

namespace causerie {
namespace {

// A new file that is removed when destroyed, unless it was renamed.
class TemporaryFile {
 public:
  TemporaryFile(int folder, mode_t mode) : folder_(folder), name_(temporary_name()) {
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    file_ = Descriptor(::openat(folder_, name_.c_str(), flags, mode));
    if (!file_ && errno == EEXIST && ::unlinkat(folder_, name_.c_str(), 0) == 0)
      file_ = Descriptor(::openat(folder_, name_.c_str(), flags, mode));
    is_there_ = static_cast<bool>(file_);
  }
  ~TemporaryFile() {
    const int kept = errno;  // a caller may still want to say why something failed
    if (is_there_) ::unlinkat(folder_, name_.c_str(), 0);
    errno = kept;
  }
  TemporaryFile(const TemporaryFile&) = delete;

  explicit operator bool() const { return is_there_; }
  int number() const { return file_.number(); }
  const std::string& name() const { return name_; }
  // Closed before it is renamed: some network file systems report only then that there was no space.
  bool complete(std::string_view bytes) {
    return write_all(file_.number(), bytes) && ::fsync(file_.number()) == 0 && file_.close();
  }
  void keep() { is_there_ = false; }  // it has been renamed, or is needed

 private:
  int folder_;
  std::string name_;
  Descriptor file_;
  bool is_there_ = false;
};

bool read_all(int file, std::string& bytes) {
  char buffer[65536];
  for (;;) {
    const ssize_t count = ::read(file, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

bool overwrite(int file, std::string_view bytes) {
  return ::lseek(file, 0, SEEK_SET) == 0 && write_all(file, bytes) &&
         ::ftruncate(file, static_cast<off_t>(bytes.size())) == 0 && ::fsync(file) == 0;
}

bool is_unsupported(int error) {
  return error == ENOSYS || error == EINVAL || error == EPERM || error == ENOTSUP || error == EOPNOTSUPP;
}

int rename_exclusively(int folder, const std::string& from, const std::string& to) {
#ifdef RENAME_NOREPLACE
  return ::renameat2(folder, from.c_str(), folder, to.c_str(), RENAME_NOREPLACE);
#else
  (void)folder, (void)from, (void)to;
  errno = ENOSYS;
  return -1;
#endif
}

}  // namespace

bool rename_to_unused(int folder, const std::string& from, const std::string& to, UnusedName best) {
  if (best == UnusedName::exclusive_rename) {
    if (rename_exclusively(folder, from, to) == 0) return true;
    if (!is_unsupported(errno)) return false;
  }
  if (best != UnusedName::look_and_rename) {
    if (::linkat(folder, from.c_str(), folder, to.c_str(), 0) == 0) return ::unlinkat(folder, from.c_str(), 0) == 0;
    if (!is_unsupported(errno)) return false;
  }
  struct stat raw;
  if (::fstatat(folder, to.c_str(), &raw, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return false;
  }
  return errno == ENOENT && ::renameat(folder, from.c_str(), folder, to.c_str()) == 0;
}

Result<FileStat> create_file(const Beneath& beneath, std::string_view path, const std::string& shown, mode_t mode,
                             std::string_view bytes) {
  const std::string name(name_of(path));
  const auto refused = [&](int error) { return refusal("cannot write", shown, error); };
  const Failure exists{"cannot write", shown, std::string(exists_already), ""};
  struct stat raw;
  if (beneath.look(path, AT_SYMLINK_NOFOLLOW, raw)) return exists;  // before folders are made or bytes are written
  const Descriptor folder = beneath.make_folder(parent_of(path));
  if (!folder) return refused(errno);
  TemporaryFile temporary(folder.number(), mode);
  if (!temporary || !temporary.complete(bytes)) return refused(errno);
  if (!rename_to_unused(folder.number(), temporary.name(), name)) return errno == EEXIST ? exists : refused(errno);
  temporary.keep();
  if (::fstatat(folder.number(), name.c_str(), &raw, AT_SYMLINK_NOFOLLOW) != 0) return refused(errno);
  return file_stat(raw);
}

Result<FileStat> replace_file(const Beneath& beneath, std::string_view path, const std::string& shown,
                              const Hash& expected, std::string_view bytes) {
  const std::string name(name_of(path));
  const auto refused = [&](int error) { return refusal("cannot write", shown, error); };
  const Failure changed{"cannot write", shown, std::string(changed_since_read),
                        "read it again, then repeat the change"};

  const Descriptor folder = beneath.open_folder(parent_of(path));
  if (!folder) return refused(errno);
  // For writing too, although a rename would not need it: what its owner has made read-only stays as it is. Not
  // blocking: a pipe should be an error, not a program that hangs.
  const Descriptor file(
      ::openat(folder.number(), name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat before;
  if (!file || ::fstat(file.number(), &before) != 0) return refused(errno);
  if (!S_ISREG(before.st_mode)) return Failure{"cannot write", shown, "it is no ordinary file", ""};
  std::string old;
  if (!read_all(file.number(), old)) return refused(errno);
  if (hash_of(old) != expected) return changed;

  // Nobody else may read what nobody else could read before, not even for a moment.
  TemporaryFile temporary(folder.number(), 0600);
  struct stat made;
  if (!temporary || ::fstat(temporary.number(), &made) != 0) return refused(errno);
  const bool is_linked = before.st_nlink > 1;
  if (!is_linked) {
    const bool has_owner = made.st_uid == before.st_uid && made.st_gid == before.st_gid;
    if (!has_owner && ::fchown(temporary.number(), before.st_uid, before.st_gid) != 0) {
      return Failure{"cannot write", shown, "its owner and group could not be kept",
                     "run the command as the user who owns the file"};
    }
    // After the owner: changing that resets some bits of the mode.
    if (::fchmod(temporary.number(), before.st_mode & 07777) != 0) return refused(errno);
  }
  if (!temporary.complete(bytes)) return refused(errno);

  struct stat now;
  if (::fstatat(folder.number(), name.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0) return refused(errno);
  if (file_stat(now) != file_stat(before)) return changed;
  if (is_linked) {
    if (!overwrite(file.number(), bytes)) {
      const int error = errno;
      if (!overwrite(file.number(), old)) temporary.keep();
      return refused(error);
    }
  } else {
    if (::renameat(folder.number(), temporary.name().c_str(), folder.number(), name.c_str()) != 0)
      return refused(errno);
    temporary.keep();
  }
  if (::fstatat(folder.number(), name.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0) return refused(errno);
  return file_stat(now);
}

}  // namespace causerie
