// Opens paths below a folder so that no symbolic link leads out of it if links may not be followed: not even a link
// that is put there between a check and a write.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <utility>

#include "base/files.h"

struct stat;

namespace causerie {

// A file descriptor, closed when destroyed. Converts to false if it could not be opened; `errno` is the reason.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }
  bool close();  // returns whether the system accepted everything that was written

 private:
  int number_;
};

class Beneath {
 public:
  // How following links is prevented: by one call (openat2, Linux 5.6), or folder by folder if the system does not have
  // it (openat with O_NOFOLLOW, POSIX.1-2008).
  enum class Lookup { whole, stepwise };

  Beneath(std::string root, FollowLinks links, Lookup lookup = Lookup::whole);
  ~Beneath();
  Beneath(const Beneath&) = delete;

  const std::string& root() const { return root_; }
  FollowLinks links() const { return links_; }
  std::string full(std::string_view path) const;

  // Like open(2), with O_CLOEXEC always added. If links are not followed, a link in the path fails with ELOOP or
  // ENOTDIR.
  Descriptor open(std::string_view path, int flags) const;
  Descriptor open_folder(std::string_view path) const;  // to reach its entries, not to list them
  // Like fstatat(2); if links are not followed, returns the status of a link at the end of the path itself.
  bool look(std::string_view path, int flags, struct stat& found) const;
  Descriptor make_folder(std::string_view path) const;  // creates it and missing parents

 private:
  int top() const;
  Descriptor step_down(std::string_view path, int flags) const;

  std::string root_;
  FollowLinks links_;
  Lookup lookup_;
  mutable std::atomic<int> top_ = -1;  // opened on first use: the folder may not exist yet
};

}  // namespace causerie
