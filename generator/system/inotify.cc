// Uses inotify: Linux reports which entries of a watched folder were written, renamed or removed. Folders are watched
// rather than files, because saving a file by renaming another over it makes it a new file in the same folder.
#include "system/change_source.h"

#ifdef __linux__

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

#include "base/paths.h"

namespace causerie {
namespace {

constexpr std::uint32_t wanted =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

constexpr std::uint32_t overlay = 0x794C7630, aufs = 0x61756673;

std::uint32_t file_system_of(const std::string& path) {
  struct statfs found;
  return ::statfs(path.c_str(), &found) == 0 ? static_cast<std::uint32_t>(found.f_type) : 0;
}

// The name of a file system that other machines may change without this one being notified; empty for all others. The
// numbers are those of statfs(2).
std::string_view far_away(std::uint32_t type) {
  struct Far {
    std::uint32_t type;
    std::string_view name;
  };
  static constexpr Far all[] = {{0x6969, "NFS"},           {0x517B, "SMB"},        {0xFE534D42, "SMB"},
                                {0xFF534D42, "SMB"},       {0x01021997, "9P"},     {0x65735546, "FUSE"},
                                {0x5346414F, "AFS"},       {0x6B414653, "AFS"},    {0x00C36400, "Ceph"},
                                {0x73757245, "Coda"},      {0x0BD00BD0, "Lustre"}, {0xBACBACBC, "VMware"},
                                {0x786F4256, "VirtualBox"}};
  for (const Far& far : all) {
    if (type == far.type) return far.name;
  }
  return {};
}

class Inotify : public ChangeSource {
 public:
  Inotify(int descriptor, IsIgnored is_ignored, int most_watches)
      : descriptor_(descriptor), is_ignored_(std::move(is_ignored)), watches_left_(most_watches) {}
  ~Inotify() override { ::close(descriptor_); }

  std::string watch(const std::vector<std::string>& roots) override {
    roots_ = roots;
    for (const std::string& root : roots_) {
      judge_file_system(root);
      watch_entry(root);
      watch_below(root);
    }
    return trouble_;
  }

  std::vector<NoticedChange> next(int milliseconds, int wake) override {
    std::array<pollfd, 2> waiting = {{{descriptor_, POLLIN, 0}, {wake, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), milliseconds) <= 0 || (waiting[0].revents & POLLIN) == 0) return {};
    alignas(inotify_event) std::array<char, 1 << 16> buffer;
    const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
    std::vector<NoticedChange> changes;
    for (ssize_t at = 0; at < size;) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      take(event, event.len > 0 ? name : "", changes);
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
    return changes;
  }

  std::string trouble() const override { return trouble_; }
  std::string gaps() const override { return gaps_; }

 private:
  struct Watched {
    std::string folder;
    bool is_whole = false;        // all entries count
    std::set<std::string> names;  // or only these
  };

  void take(const inotify_event& event, const std::string& name, std::vector<NoticedChange>& changes) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {  // the lost events may be about anything
      for (const std::string& root : roots_) changes.push_back({root});
      watch(roots_);
      return;
    }
    const auto found = watched_.find(event.wd);
    if (found == watched_.end()) return;
    if ((event.mask & IN_IGNORED) != 0) {
      watched_.erase(found);
      ++watches_left_;
      return;
    }
    const bool is_named = found->second.names.contains(name);
    const std::string path = join_path(found->second.folder, name);
    if (name.empty() || (!is_named && (!found->second.is_whole || is_ignored_(path)))) return;
    const bool is_gone = (event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0;
    const bool is_folder = (event.mask & IN_ISDIR) != 0;
    const bool came = (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
    if (is_folder && !is_gone && !came) return;
    if (is_gone && is_folder) forget_below(path);
    if (came && is_named) watch(roots_);
    if (came && (is_folder || is_link(path))) watch_below(path);
    const bool is_unwritten = (event.mask & IN_CREATE) != 0 && !is_folder && !is_whole_at_once(path);
    changes.push_back({path, is_gone        ? NoticedKind::gone
                             : is_unwritten ? NoticedKind::maybe_incomplete
                                            : NoticedKind::saved});
  }

  static bool is_link(const std::string& path) {
    struct stat found;
    return ::lstat(path.c_str(), &found) == 0 && S_ISLNK(found.st_mode);
  }

  // A link, symbolic or hard, is complete when it appears; any other file is still to be written.
  static bool is_whole_at_once(const std::string& path) {
    struct stat found;
    return ::lstat(path.c_str(), &found) == 0 && (S_ISLNK(found.st_mode) || found.st_nlink > 1);
  }

  // Watches for that entry, or for the first of the folders above it that does not exist yet.
  void watch_entry(std::string path) {
    while (!parent_of(path).empty() && !exists(std::string(parent_of(path)))) path = std::string(parent_of(path));
    if (Watched* above = add(std::string(parent_of(path)))) above->names.emplace(name_of(path));
  }

  void watch_below(const std::string& root) {
    walk(root, is_ignored_, [&](const std::string& path, const FileStat& stat, const std::string& target) {
      if (stat.kind == FileKind::folder) {
        judge_file_system(path);
        if (Watched* folder = add(path)) folder->is_whole = true;
      } else if (!target.empty()) {
        watch_entry(std::filesystem::path(target).lexically_normal().string());
      }
    });
  }

  // Each folder may be on another file system.
  void judge_file_system(const std::string& folder) {
    const std::uint32_t type = file_system_of(folder);
    const std::string_view name = far_away(type);
    if (!name.empty() && trouble_.empty()) {
      trouble_ = fmt::format("'{}' is on a file system ({}) that other machines may change", folder, name);
    }
    if ((type == overlay || type == aufs) && gaps_.empty()) {
      gaps_ = fmt::format("'{}' is on an overlay, whose lower layers may change without notice", folder);
    }
  }

  // A folder that was moved keeps its number, and is stored with its new path from then on.
  Watched* add(const std::string& folder) {
    if (watches_left_ <= 0) errno = ENOSPC;
    const int number = watches_left_ <= 0 ? -1 : ::inotify_add_watch(descriptor_, folder.c_str(), wanted);
    if (number < 0) {
      if (errno == ENOSPC || errno == ENOMEM) {
        trouble_ = "the system cannot watch so many folders (sysctl fs.inotify.max_user_watches)";
      }
      return nullptr;
    }
    const auto [found, is_new] = watched_.try_emplace(number);
    if (is_new) --watches_left_;
    found->second.folder = folder;
    return &found->second;
  }

  // If the folder was moved within what is watched, it is added again when the second event of the move arrives.
  void forget_below(const std::string& gone) {
    for (const auto& [number, watched] : watched_) {
      const bool is_below = watched.folder == gone || watched.folder.starts_with(gone + "/");
      if (is_below && watched.names.empty()) ::inotify_rm_watch(descriptor_, number);
    }
  }

  int descriptor_;
  IsIgnored is_ignored_;
  int watches_left_;
  std::vector<std::string> roots_;
  std::map<int, Watched> watched_;
  std::string trouble_;
  std::string gaps_;
};

}  // namespace

std::unique_ptr<ChangeSource> system_change_source(IsIgnored is_ignored, int most_watches, std::string& reason) {
  const int descriptor = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (descriptor >= 0) return std::make_unique<Inotify>(descriptor, std::move(is_ignored), most_watches);
  reason = "other programs use up the system's limit for watching files (sysctl fs.inotify.max_user_instances)";
  return nullptr;
}

}  // namespace causerie

#else

namespace causerie {

std::unique_ptr<ChangeSource> system_change_source(IsIgnored, int, std::string& reason) {
  reason = "this system cannot report changes in a folder";
  return nullptr;
}

}  // namespace causerie

#endif
