// Runs the programs that transfer a site: git, rsync, rclone.
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

// Describes the failure if the program fails.
struct Doing {
  std::string action;  // "cannot list"
  std::string where;   // already masked
  std::string hint = {};
  std::vector<std::string> secrets = {};  // masked in the program's messages
};

// Runs a program; fails with the last lines of its error output if the exit status is not one of the good ones.
Result<Ended> run_transport(const ProgramCall&, const Doing&, std::initializer_list<int> good = {0});

// The failure of a program that ended so.
Failure failed_transport(const std::string& program, const Ended& ended, const Doing&);

// The text with `…` for anything that may be a password or a token: whatever comes before the `@` of an address.
std::string without_secrets(std::string_view text);

// A folder for lists of file names passed to a program, and for what the program fetches. It is emptied in the
// constructor and the destructor. REQUIRES: the build lock is held.
class Workshop {
 public:
  explicit Workshop(const std::string& folder);
  ~Workshop();
  Workshop(const Workshop&) = delete;

  std::string path(std::string_view name) const { return files_->name_of(name); }
  Result<std::string> write(std::string_view name, std::string_view bytes);  // returns the full path
  Result<std::string> fresh_folder(std::string_view name);                   // returns the full path of an empty folder
  Result<std::map<std::string, Hash>> hashes_below(std::string_view folder);  // of all files below it
  Result<std::string> read(std::string_view path);                            // "" if it does not exist

 private:
  void clear(std::string folder);

  std::unique_ptr<Files> files_;
};

// The paths, each followed by the separator.
std::string listed(const std::vector<std::string>& paths, char separator);
std::vector<std::string> paths_of(const std::vector<BuiltFile>&);

}  // namespace causerie
