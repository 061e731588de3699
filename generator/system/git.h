// Repositories, through libgit2.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"

namespace causerie {

// Whether the folder lies in a repository, its own or one above.
bool is_in_repository(const std::string& folder);

// Makes the folder a repository without a commit.
Result<void> make_repository(const std::string& folder);

// What a commit did to one file: it has these bytes now, or is gone.
struct FileChange {
  std::string path;        // below the folder
  std::string blob;        // the id of its bytes; empty: gone
  std::string moved_from;  // where this file lay before; empty: here, or nowhere
  bool operator==(const FileChange&) const = default;
};

struct FolderCommit {
  Instant authored;
  std::vector<FileChange> changes;  // by path
  bool operator==(const FolderCommit&) const = default;
};

// The commits that changed something in a folder: newest first, and on one line. Of a merge the first parent is
// followed, so that what was merged is one change on the day of the merge: what a branch held meanwhile was nowhere.
struct FolderCommits {
  std::vector<FolderCommit> commits;
  bool has_met_known = false;  // the commit that the caller knows was met: what is older is left out
  bool is_cut = false;         // a shallow clone: the last commit brings all files, whenever they became what they are
};

// A folder's past, as the repository tells it that the folder lies in. Nobody's name or address is ever read. A failure
// is a repository that cannot be read, not one that is not there.
class FolderPast {
 public:
  // Nothing where there is no repository. The folder may lie anywhere in it, and be a submodule or a linked worktree.
  static Result<std::optional<FolderPast>> open(const std::string& folder);
  FolderPast(FolderPast&&) noexcept;
  ~FolderPast();

  const std::string& head() const;    // the id of the commit checked out; empty: there is none yet
  const std::string& prefix() const;  // the folder's path in the repository
  bool is_shallow() const;

  using Wanted = std::function<bool(std::string_view path)>;
  Result<FolderCommits> commits(const std::string& known, const Wanted&) const;
  // Nothing where the repository does not have it, or it is larger. Safe on many threads at a time.
  std::optional<std::string> bytes(const std::string& blob, std::size_t most) const;

 private:
  struct State;
  explicit FolderPast(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace causerie
