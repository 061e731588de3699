// Trees and commits of a bare repository, through libgit2. What fetches and pushes them is git itself.
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

// One at a path where none is; one that is there stays.
Result<void> make_bare_repository(const std::string& repository);

// The commit that a reference names, in hexadecimal digits; nothing where there is no such reference.
Result<std::optional<std::string>> commit_at(const std::string& repository, const std::string& reference);
Result<void> set_reference(const std::string& repository, const std::string& reference, const std::string& commit);

struct CommittedFile {
  std::string path;
  bool is_file = true;  // false: a link or another repository
  Hash bytes;           // of a file
};

// All of them, by path (byte order).
Result<std::vector<CommittedFile>> committed_files(const std::string& repository, const std::string& commit);

// Nothing where no file of this path is in the commit.
Result<std::optional<std::string>> read_committed(const std::string& repository, const std::string& commit,
                                                  const std::string& path);

struct NewCommit {
  std::string parent;                // empty: none
  std::vector<std::string> put;      // paths, which get the bytes that `read` gives
  std::vector<std::string> removed;  // all other paths stay as they are in the parent
  std::string message;
  std::string author, email;
  Instant when;
};

// The new commit, which no reference names yet.
Result<std::string> make_commit(const std::string& repository, const NewCommit&,
                                const std::function<Result<std::string>(const std::string& path)>& read);

}  // namespace causerie
