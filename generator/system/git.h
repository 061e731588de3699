// Repositories, through libgit2.
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

// Whether the folder lies in a repository, its own or one above.
bool is_in_repository(const std::string& folder);

// Makes the folder a repository without a commit.
Result<void> make_repository(const std::string& folder);

// Git's name for a commit, or for the bytes of a file.
struct ObjectId {
  std::array<char, 20> bytes{};
  bool is_none() const { return *this == ObjectId(); }
  std::string_view view() const { return {bytes.data(), bytes.size()}; }
  std::strong_ordering operator<=>(const ObjectId&) const = default;
};

// What a commit did to one file: it has these bytes now, or is gone.
struct FileChange {
  std::string path;        // below the folder
  ObjectId blob;           // of its bytes; none: gone
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
struct FolderPast {
  ObjectId head;       // the commit that is checked out; none: there is none yet
  std::string prefix;  // the folder's path in the repository
  std::vector<FolderCommit> commits;
  bool is_cut = false;  // a shallow clone: the last commit brings all files, whenever they became what they are
  bool operator==(const FolderPast&) const = default;
};

// As the repository tells it that the folder lies in, anywhere, and be it a submodule or a linked worktree; nothing
// where there is none. What is `known` from an earlier time is not read again, as far as it still holds. A failure is a
// repository that cannot be read. Nobody's name or address is ever read.
using WantedFile = std::function<bool(std::string_view path)>;
Result<std::optional<FolderPast>> read_past(const std::string& folder, FolderPast known, const WantedFile&);

// The bytes that files had, by their ids. The repository that the folder lies in is opened when it is first asked, and
// once more for each thread that asks meanwhile.
class PastBytes {
 public:
  virtual ~PastBytes() = default;

  // Nothing where the repository does not have them, or they are more.
  virtual std::optional<std::string> read(const ObjectId&, std::size_t most) const = 0;
};
std::shared_ptr<const PastBytes> past_bytes(const std::string& folder);

}  // namespace causerie
