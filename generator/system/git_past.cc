// The history of a folder (git.h), through libgit2. Part of the git module, whose functions have the names of those
// that call it (git_module.h).
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <utility>

#include "base/paths.h"
#include "system/git_module.h"
#include "system/git_moves.h"
#include "system/libgit.h"

namespace causerie::libgit {
namespace {

// Two states of a folder; an id is none if the folder does not exist.
struct TreePair {
  std::string path;
  ObjectId before;
  ObjectId after;
};

// Walks over commits and the trees that differ. Trees that are equal in both are never read, which makes it fast.
class Walk {
 public:
  Walk(git_repository* repository, const std::string& prefix, const WantedFile& wanted)
      : repository_(repository), prefix_(prefix), wanted_(wanted) {}

  // Adds the changes of a commit and of those before it, back to the known ones. Returns whether all could be read.
  bool go_back(Commit commit, FolderPast known, FolderPast& past) {
    ObjectId after = folder_in(commit);
    while (commit != nullptr && !is_broken_) {
      if (object_id(*git_commit_id(commit)) == known.head) {
        std::move(known.commits.begin(), known.commits.end(), std::back_inserter(past.commits));
        break;
      }
      Commit parent;
      if (git_commit_parentcount(commit) > 0) {
        const int status = git_commit_parent(&parent, commit, 0);
        past.is_cut = status == GIT_ENOTFOUND && git_repository_is_shallow(repository_) == 1;
        if (!past.is_cut && !check(status)) return false;
      } else {
        // Since 1.7 libgit2 reports no parent for the oldest commit of a shallow clone; the commit's own text names
        // one.
        past.is_cut = std::string_view(git_commit_raw_header(commit)).find("\nparent ") != std::string_view::npos;
      }
      const ObjectId before = parent == nullptr ? ObjectId() : folder_in(parent);
      if (before != after) {
        FolderCommit one{{git_commit_author(commit)->when.time}, changes(before, after)};
        if (!one.changes.empty()) past.commits.push_back(std::move(one));
      }
      commit = std::move(parent);
      after = before;
    }
    return !is_broken_;
  }

 private:
  // The tree of the folder in a commit; none if it does not exist there.
  ObjectId folder_in(git_commit* commit) {
    if (prefix_.empty()) return object_id(*git_commit_tree_id(commit));
    Tree tree;
    if (!check(git_commit_tree(&tree, commit))) return {};
    TreeEntry entry;
    const int status = git_tree_entry_bypath(&entry, tree, prefix_.c_str());
    if (status == GIT_ENOTFOUND || !check(status)) return {};
    return is_tree(entry) ? id_of(entry) : ObjectId();
  }

  std::vector<FileChange> changes(const ObjectId& before, const ObjectId& after) {
    const ChangedFiles files = compare(before, after);
    Moves moves = equal_moves(files);
    if (may_have_moved(files, moves)) add_similar_moves(before, after, files, moves);
    std::vector<FileChange> changes;
    for (const auto& [path, states] : files) {
      const auto move = moves.find(path);
      changes.push_back({path, states.after, move == moves.end() ? "" : move->second});
    }
    return changes;
  }

  bool check(int status) {
    if (status < 0) is_broken_ = true;
    return status >= 0;
  }

  Tree tree_of(const ObjectId& id) {
    Tree tree;
    const git_oid wanted = library_id(id);
    if (!id.is_none()) check(git_tree_lookup(&tree, repository_, &wanted));
    return tree;
  }

  ChangedFiles compare(const ObjectId& before, const ObjectId& after) {
    ChangedFiles files;
    std::vector<TreePair> waiting{{"", before, after}};
    while (!waiting.empty() && !is_broken_) {
      const TreePair pair = std::move(waiting.back());
      waiting.pop_back();
      const Tree old_tree = tree_of(pair.before), new_tree = tree_of(pair.after);
      const std::size_t old_count = old_tree ? git_tree_entrycount(old_tree.get()) : 0;
      const std::size_t new_count = new_tree ? git_tree_entrycount(new_tree.get()) : 0;
      for (std::size_t i = 0, j = 0; i < old_count || j < new_count;) {
        const git_tree_entry* old_entry = i < old_count ? git_tree_entry_byindex(old_tree.get(), i) : nullptr;
        const git_tree_entry* new_entry = j < new_count ? git_tree_entry_byindex(new_tree.get(), j) : nullptr;
        const int order = old_entry == nullptr   ? 1
                          : new_entry == nullptr ? -1
                                                 : git_tree_entry_cmp(old_entry, new_entry);
        if (order > 0) old_entry = nullptr;
        if (order < 0) new_entry = nullptr;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
        take(pair.path, old_entry, new_entry, waiting, files);
      }
    }
    return files;
  }

  // Takes two entries with the same name and kind, or one that the other folder does not have.
  void take(const std::string& folder, const git_tree_entry* before, const git_tree_entry* after,
            std::vector<TreePair>& waiting, ChangedFiles& files) {
    if (id_of(before) == id_of(after)) return;
    const git_tree_entry* any = before == nullptr ? after : before;
    std::string path = join_path(folder, git_tree_entry_name(any));
    const auto only = [](bool (*is_kind)(const git_tree_entry*), const git_tree_entry* entry) {
      return entry != nullptr && is_kind(entry) ? id_of(entry) : ObjectId();
    };
    const TreePair trees{path, only(is_tree, before), only(is_tree, after)};
    const FileStates states{only(is_file, before), only(is_file, after)};
    if (!(states.before.is_none() && states.after.is_none()) && wanted_(path)) files.emplace(std::move(path), states);
    if (!(trees.before.is_none() && trees.after.is_none())) waiting.push_back(trees);
  }

  // Finds moves in which at least half of the lines are equal, as git itself does. Few commits may contain such moves.
  void add_similar_moves(const ObjectId& before, const ObjectId& after, const ChangedFiles& files, Moves& moves) {
    const Tree old_tree = tree_of(before), new_tree = tree_of(after);
    Diff diff;
    if (!check(git_diff_tree_to_tree(&diff, repository_, old_tree, new_tree, nullptr))) return;
    git_diff_find_options options{};
    options.version = GIT_DIFF_FIND_OPTIONS_VERSION;
    options.flags = GIT_DIFF_FIND_RENAMES;
    if (!check(git_diff_find_similar(diff, &options))) return;
    for (std::size_t i = 0; i < git_diff_num_deltas(diff); ++i) {
      const git_diff_delta* delta = git_diff_get_delta(diff, i);
      const auto is_among = [&](const char* path) { return files.contains(path); };
      if (delta->status == GIT_DELTA_RENAMED && is_among(delta->new_file.path) && is_among(delta->old_file.path)) {
        moves.emplace(delta->new_file.path, delta->old_file.path);
      }
    }
  }

  git_repository* repository_;
  const std::string& prefix_;
  const WantedFile& wanted_;
  bool is_broken_ = false;
};

// The path of a folder in the files that a repository has checked out; nullopt if it is not one of them.
std::optional<std::string> prefix_of(const std::string& folder, git_repository* repository) {
  const char* files = git_repository_workdir(repository);
  if (files == nullptr) return std::nullopt;
  std::error_code trouble;
  const std::string top = (std::filesystem::canonical(files, trouble) / "").parent_path().string();
  if (trouble || !(folder + "/").starts_with(top + "/")) return std::nullopt;
  return folder.substr(std::min(folder.size(), top.size() + 1));
}

}  // namespace

bool is_in_repository(const std::string& folder) {
  const Library library;
  return git_repository_open_ext(nullptr, folder.c_str(), 0, nullptr) == 0;
}

Result<void> make_repository(const std::string& folder) {
  const Library library;
  git_repository* repository = nullptr;
  if (git_repository_init(&repository, folder.c_str(), 0) != 0) {
    return Failure{"cannot create a git repository in", folder, last_message(),
                   "the site itself was created; run 'git init' in its folder"};
  }
  git_repository_free(repository);
  return {};
}

Result<std::optional<FolderPast>> read_past(const std::string& folder, FolderPast known, const WantedFile& wanted) {
  const Library library;
  const auto failure = [&] { return Failure{"cannot read the git repository of", folder, last_message(), ""}; };
  Repository repository;
  const int status = git_repository_open_ext(&repository, folder.c_str(), 0, nullptr);
  const auto prefix = status == 0 ? prefix_of(folder, repository) : std::nullopt;
  if (status == GIT_ENOTFOUND || (status == 0 && !prefix)) return std::optional<FolderPast>();
  if (status < 0) return failure();
  FolderPast past;
  past.prefix = *prefix;
  git_oid head;
  const int found = git_reference_name_to_id(&head, repository, "HEAD");
  if (found == GIT_ENOTFOUND) return std::optional(std::move(past));
  Commit commit;
  if (found < 0 || git_commit_lookup(&commit, repository, &head) < 0) return failure();
  past.head = object_id(head);
  if (past.prefix != known.prefix || git_repository_is_shallow(repository) == 1) known = {};
  if (!Walk(repository, past.prefix, wanted).go_back(std::move(commit), std::move(known), past)) return failure();
  return std::optional(std::move(past));
}

class Bytes : public PastBytes {
 public:
  explicit Bytes(std::string folder) : folder_(std::move(folder)) {}

  std::optional<std::string> read(const ObjectId& id, std::size_t most) const override {
    const Library library;
    Repository repository = take();
    if (repository == nullptr && git_repository_open_ext(&repository, folder_.c_str(), 0, nullptr) < 0)
      return std::nullopt;
    std::optional<std::string> bytes;
    Blob blob;
    const git_oid wanted = library_id(id);
    if (git_blob_lookup(&blob, repository, &wanted) == 0 && bytes_of(blob).size() <= most) bytes = bytes_of(blob);
    const std::lock_guard guard(mutex_);
    idle_.push_back(std::move(repository));
    return bytes;
  }

 private:
  Repository take() const {
    const std::lock_guard guard(mutex_);
    if (idle_.empty()) return {};
    Repository repository = std::move(idle_.back());
    idle_.pop_back();
    return repository;
  }

  const std::string folder_;
  mutable std::mutex mutex_;
  mutable std::vector<Repository> idle_;
};

std::shared_ptr<const PastBytes> past_bytes(const std::string& folder) { return std::make_shared<Bytes>(folder); }

}  // namespace causerie::libgit
