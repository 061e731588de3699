// The programs that carry a site: git, rsync, rclone.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "deploy/target.h"
#include "system/process.h"

namespace causerie {

// What went wrong, and where, if the program does not end well.
struct Doing {
  std::string action;  // "cannot list"
  std::string where;   // masked already
  std::string hint = {};
  std::vector<std::string> secrets = {};  // what the program may say and nobody should read
};

// Runs it; a status that is not one of the good ones is a failure with the program's own last words.
Result<Ended> run_transport(const ProgramCall&, const Doing&, std::initializer_list<int> good = {0});

// The failure that `ended` is.
Failure failed_transport(const std::string& program, const Ended& ended, const Doing&);

// The text with `…` for what may be a password or a token: whatever stands before the `@` of an address.
std::string without_secrets(std::string_view text);

// Where lists of names are handed to a program, and where it puts what it fetches. It empties itself.
// REQUIRES: the lock of the build is held.
class Workshop {
 public:
  explicit Workshop(const std::string& folder);
  ~Workshop();
  Workshop(const Workshop&) = delete;

  std::string path(std::string_view name) const { return files_->name_of(name); }
  Result<std::string> write(std::string_view name, std::string_view bytes);   // gives its whole path
  Result<std::string> fresh_folder(std::string_view name);                    // empty
  Result<std::map<std::string, Hash>> hashes_below(std::string_view folder);  // of all files in it
  Result<std::string> read(std::string_view path);                            // "" where it is not there

 private:
  void clear(std::string folder);

  std::unique_ptr<Files> files_;
};

// The paths, each with the separator behind it.
std::string listed(const std::vector<std::string>& paths, char separator);
std::vector<std::string> paths_of(const std::vector<BuiltFile>&);

}  // namespace causerie
