// Trees and commits of a bare repository, through libgit2. Git itself fetches and pushes them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/hash.h"
#include "base/result.h"

namespace causerie {

// Creates a repository at a path; keeps one that is already there.
Result<void> make_bare_repository(const std::string& repository);

// The commit that a reference names, in hexadecimal digits; nullopt if there is no such reference.
Result<std::optional<std::string>> commit_at(const std::string& repository, const std::string& reference);
Result<void> set_reference(const std::string& repository, const std::string& reference, const std::string& commit);

struct CommittedFile {
  std::string path;
  bool is_file = true;  // false: a link or a submodule
  Hash bytes;           // hash of the bytes of a file
};

// All files of a commit, by path (byte order).
Result<std::vector<CommittedFile>> committed_files(const std::string& repository, const std::string& commit);

// nullopt if the commit has no file at this path.
Result<std::optional<std::string>> read_committed(const std::string& repository, const std::string& commit,
                                                  const std::string& path);

struct NewCommit {
  std::string parent;                // empty if there is none
  std::vector<std::string> put;      // paths, whose new bytes `read` returns
  std::vector<std::string> removed;  // all other paths stay as in the parent
  std::string message;
  std::string author, email;
  Instant when;
};

// Creates a commit, which no reference names yet, and returns its id.
Result<std::string> make_commit(const std::string& repository, const NewCommit&,
                                const std::function<Result<std::string>(const std::string& path)>& read);

}  // namespace causerie
