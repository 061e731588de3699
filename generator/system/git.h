// Git repositories, through libgit2.
#pragma once

#include <array>
#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"

namespace causerie {

// True if the folder is in a repository, whether its own or that of a folder above.
bool is_in_repository(const std::string& folder);

// Makes the folder a repository without a commit.
Result<void> make_repository(const std::string& folder);

// Git's id of a commit, or of the bytes of a file.
struct ObjectId {
  std::array<char, 20> bytes{};
  bool is_none() const { return *this == ObjectId(); }
  std::string_view view() const { return {bytes.data(), bytes.size()}; }
  std::strong_ordering operator<=>(const ObjectId&) const = default;
};

// What a commit did to one file: gave it these bytes, or removed it.
struct FileChange {
  std::string path;        // below the folder
  ObjectId blob;           // of its bytes; none if it was removed
  std::string moved_from;  // its previous path; empty if it was the same, or the file is new
  bool operator==(const FileChange&) const = default;
};

struct FolderCommit {
  Instant authored;
  std::vector<FileChange> changes;  // by path
  bool operator==(const FolderCommit&) const = default;
};

// The commits that changed something in a folder, newest first, as a linear history. Only the first parent of a merge
// is followed, so that what was merged is one change on the day of the merge: the earlier states in a branch were never
// part of this line.
struct FolderPast {
  ObjectId head;       // the commit that is checked out; none if there is no commit yet
  std::string prefix;  // the folder's path in the repository
  std::vector<FolderCommit> commits;
  bool is_cut = false;  // a shallow clone: the last commit adds all files, whenever they really changed
  bool operator==(const FolderPast&) const = default;
};

// Reads the history of `folder` from the repository that contains it, at any depth; submodules and linked worktrees
// work too. nullopt if there is none. Commits in `known`, from an earlier call, are not read again if they are still
// part of the history. Fails if the repository cannot be read. People's names and email addresses are never used.
using WantedFile = std::function<bool(std::string_view path)>;
Result<std::optional<FolderPast>> read_past(const std::string& folder, FolderPast known, const WantedFile&);

// Reads the bytes that files had, by id. The repository that contains the folder is opened on first use, and once more
// for each concurrent thread.
class PastBytes {
 public:
  virtual ~PastBytes() = default;

  // nullopt if the repository does not have them, or they are more than `most`.
  virtual std::optional<std::string> read(const ObjectId&, std::size_t most) const = 0;
};
std::shared_ptr<const PastBytes> past_bytes(const std::string& folder);

}  // namespace causerie
