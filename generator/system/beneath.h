// Opens what lies below a folder, so that no symbolic link leads out of it where none may be followed: not even one
// that somebody puts there between a look and a write.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <utility>

#include "base/files.h"

struct stat;

namespace causerie {

// A file descriptor, closed when destroyed. One that could not be opened is false, and `errno` says why.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }
  bool close();  // whether the system took everything that was written

 private:
  int number_;
};

class Beneath {
 public:
  // How links are kept from being followed: by one call (openat2, Linux 5.6), or folder by folder where there is none
  // (openat with O_NOFOLLOW, POSIX.1-2008).
  enum class Lookup { whole, stepwise };

  Beneath(std::string root, FollowLinks links, Lookup lookup = Lookup::whole);
  ~Beneath();
  Beneath(const Beneath&) = delete;

  const std::string& root() const { return root_; }
  FollowLinks links() const { return links_; }
  std::string full(std::string_view path) const;

  // As open(2); `flags` always include O_CLOEXEC. Where no link is followed, one in the way is ELOOP or ENOTDIR.
  Descriptor open(std::string_view path, int flags) const;
  Descriptor open_folder(std::string_view path) const;  // to reach what is in it, not to list it
  // As fstatat(2); where no link is followed, one at the end is looked at itself.
  bool look(std::string_view path, int flags, struct stat& found) const;
  Descriptor make_folder(std::string_view path) const;  // makes it and those above where they are not there

 private:
  int top() const;
  Descriptor step_down(std::string_view path, int flags) const;

  std::string root_;
  FollowLinks links_;
  Lookup lookup_;
  mutable std::atomic<int> top_ = -1;  // opened when it is first needed: the folder may not exist yet
};

}  // namespace causerie
