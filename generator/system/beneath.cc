#include "system/beneath.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#if __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#include "base/paths.h"
#include "base/text.h"

namespace causerie {

namespace {

// "" is the folder itself, which the system calls ".".
std::string or_dot(std::string_view path) { return path.empty() ? "." : std::string(path); }

// Flags to open a folder only to reach its entries. Linux, FreeBSD, and macOS 12 and later do not require the right to
// list it; elsewhere it is opened for reading.
#if defined(O_PATH)
constexpr int reach = O_PATH | O_DIRECTORY | O_CLOEXEC;
#elif defined(O_SEARCH)
constexpr int reach = O_SEARCH | O_DIRECTORY | O_CLOEXEC;
#else
constexpr int reach = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
#endif

int open_at(int folder, const std::string& path, int flags) {
  const int opened = ::openat(folder, path.c_str(), flags | O_CLOEXEC);
  if (opened < 0 && errno == EMLINK) errno = ELOOP;  // FreeBSD's error for a link that may not be followed
  return opened;
}

int open_without_links(int folder, const std::string& path, int flags) {
#ifdef SYS_openat2
  open_how how{};
  how.flags = static_cast<__u64>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_NO_SYMLINKS;
  return static_cast<int>(syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how));
#else
  (void)folder, (void)path, (void)flags;
  errno = ENOSYS;
  return -1;
#endif
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ < 0) return;
  const int kept = errno;  // a caller may still need it to report a failure
  ::close(number_);
  errno = kept;
}

bool Descriptor::close() { return ::close(release()) == 0; }

Beneath::Beneath(std::string root, FollowLinks links, Lookup lookup)
    : root_(std::move(root)), links_(links), lookup_(lookup) {}

Beneath::~Beneath() {
  if (top_ >= 0) ::close(top_);
}

std::string Beneath::full(std::string_view path) const { return join_path(root_, path); }

int Beneath::top() const {
  if (const int known = top_; known >= 0) return known;
  Descriptor opened(::open(root_.c_str(), reach));
  if (!opened) return -1;
  int none = -1;
  if (top_.compare_exchange_strong(none, opened.number())) return opened.release();
  return none;  // another thread was first
}

Descriptor Beneath::open(std::string_view path, int flags) const {
  if (links_ == FollowLinks::yes) return Descriptor(::open(full(path).c_str(), flags | O_CLOEXEC));
  const int folder = top();
  if (folder < 0) return Descriptor();
  if (lookup_ == Lookup::whole) {
    const int opened = open_without_links(folder, or_dot(path), flags);
    // EPERM is what the filters of some containers return for a call that they do not know.
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return Descriptor(opened);
  }
  return step_down(path, flags);
}

Descriptor Beneath::step_down(std::string_view path, int flags) const {
  Descriptor here(open_at(top(), ".", reach));
  const auto names = split(path, '/');
  for (std::size_t i = 0; here && i + 1 < names.size(); ++i) {
    here = Descriptor(open_at(here.number(), std::string(names[i]), reach | O_NOFOLLOW));
  }
  if (!here) return here;
  return Descriptor(open_at(here.number(), or_dot(names.back()), flags | O_NOFOLLOW));
}

Descriptor Beneath::open_folder(std::string_view path) const { return open(path, reach); }

bool Beneath::look(std::string_view path, int flags, struct stat& found) const {
  if (links_ == FollowLinks::yes) return ::fstatat(AT_FDCWD, full(path).c_str(), &found, flags) == 0;
  const auto slash = path.rfind('/');
  const bool is_below = slash != std::string_view::npos;
  const Descriptor folder = open_folder(is_below ? path.substr(0, slash) : "");
  const std::string name = or_dot(is_below ? path.substr(slash + 1) : path);
  return folder && ::fstatat(folder.number(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0;
}

Descriptor Beneath::make_folder(std::string_view path) const {
  std::vector<std::string> missing;
  Descriptor here = open_folder(path);
  for (std::string_view at = path; !here && errno == ENOENT; here = open_folder(at)) {
    if (at.empty()) {
      std::error_code trouble;
      std::filesystem::create_directories(root_, trouble);
      if (trouble) {
        errno = trouble.value();
        return Descriptor();
      }
    } else {
      missing.emplace_back(name_of(at));
      at = parent_of(at);
    }
  }
  for (; here && !missing.empty(); missing.pop_back()) {
    const char* name = missing.back().c_str();
    // Another thread may create it first. A link put in its place is followed only if FollowLinks allows it.
    if (::mkdirat(here.number(), name, 0777) != 0 && errno != EEXIST) return Descriptor();
    const int follow = links_ == FollowLinks::yes ? 0 : O_NOFOLLOW;
    here = Descriptor(open_at(here.number(), name, reach | follow));
  }
  return here;
}

}  // namespace causerie
