// Trees and commits of bare repositories (git_trees.h), through libgit2. Part of the git module.
#include <algorithm>
#include <utility>

#include "system/git_module.h"
#include "system/libgit.h"

namespace causerie::libgit {
namespace {

Failure refused(const std::string& repository) {
  const git_error* error = git_error_last();
  return {"cannot work with the git repository", repository, error == nullptr ? "" : error->message,
          "it contains only copies: delete it, and try again"};
}

// An open repository, for the duration of a call.
struct Open {
  explicit Open(const std::string& path) : is_good(git_repository_open_bare(&repository, path.c_str()) == 0) {}
  Library library;
  Repository repository;
  bool is_good;
};

bool look_up(const Open& at, const std::string& commit, Commit& found, Tree& tree) {
  git_oid id;
  return git_oid_fromstr(&id, commit.c_str()) == 0 && git_commit_lookup(&found, at.repository, &id) == 0 &&
         git_commit_tree(&tree, found) == 0;
}

struct Listing {
  git_repository* repository;
  std::vector<CommittedFile> files;
};

int add_entry(const char* folder, const git_tree_entry* entry, void* payload) {
  auto& listing = *static_cast<Listing*>(payload);
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  if (mode == GIT_FILEMODE_TREE) return 0;
  CommittedFile file{std::string(folder) + git_tree_entry_name(entry), true, {}};
  file.is_file = mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
  if (file.is_file) {
    Blob blob;
    if (git_blob_lookup(&blob, listing.repository, git_tree_entry_id(entry)) != 0) return -1;
    file.bytes = hash_of(bytes_of(blob));
  }
  listing.files.push_back(std::move(file));
  return 0;
}

}  // namespace

Result<void> make_bare_repository(const std::string& repository) {
  const Library library;
  Repository made;
  git_repository_init_options options{};
  options.version = GIT_REPOSITORY_INIT_OPTIONS_VERSION;
  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_DOTGIT_DIR;
  if (git_repository_init_ext(&made, repository.c_str(), &options) != 0) return refused(repository);
  return {};
}

Result<std::optional<std::string>> commit_at(const std::string& repository, const std::string& reference) {
  const Open at(repository);
  if (!at.is_good) return refused(repository);
  git_oid id;
  const int found = git_reference_name_to_id(&id, at.repository, reference.c_str());
  if (found == GIT_ENOTFOUND) return std::optional<std::string>();
  if (found != 0) return refused(repository);
  return std::optional(hex(id));
}

Result<void> set_reference(const std::string& repository, const std::string& reference, const std::string& commit) {
  const Open at(repository);
  Reference made;
  git_oid id;
  if (!at.is_good || git_oid_fromstr(&id, commit.c_str()) != 0 ||
      git_reference_create(&made, at.repository, reference.c_str(), &id, 1, nullptr) != 0) {
    return refused(repository);
  }
  return {};
}

Result<std::vector<CommittedFile>> committed_files(const std::string& repository, const std::string& commit) {
  const Open at(repository);
  Commit found;
  Tree tree;
  Listing listing{at.repository, {}};
  if (!at.is_good || !look_up(at, commit, found, tree) ||
      git_tree_walk(tree, GIT_TREEWALK_PRE, add_entry, &listing) != 0) {
    return refused(repository);
  }
  std::sort(listing.files.begin(), listing.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return std::move(listing.files);
}

Result<std::optional<std::string>> read_committed(const std::string& repository, const std::string& commit,
                                                  const std::string& path) {
  const Open at(repository);
  Commit found;
  Tree tree;
  if (!at.is_good || !look_up(at, commit, found, tree)) return refused(repository);
  TreeEntry entry;
  const int is_there = git_tree_entry_bypath(&entry, tree, path.c_str());
  if (is_there == GIT_ENOTFOUND || (is_there == 0 && git_tree_entry_type(entry) != GIT_OBJECT_BLOB)) {
    return std::optional<std::string>();
  }
  Blob blob;
  if (is_there != 0 || git_blob_lookup(&blob, at.repository, git_tree_entry_id(entry)) != 0) return refused(repository);
  return std::optional(std::string(bytes_of(blob)));
}

Result<std::string> make_commit(const std::string& repository, const NewCommit& wanted,
                                const std::function<Result<std::string>(const std::string& path)>& read) {
  const Open at(repository);
  Commit parent;
  Tree before, after;
  Index index;
  if (!at.is_good || git_index_new(&index) != 0) return refused(repository);
  if (!wanted.parent.empty() &&
      (!look_up(at, wanted.parent, parent, before) || git_index_read_tree(index, before) != 0)) {
    return refused(repository);
  }
  for (const std::string& path : wanted.removed) {
    if (git_index_remove(index, path.c_str(), 0) != 0) return refused(repository);
  }
  for (const std::string& path : wanted.put) {
    const auto bytes = read(path);
    if (!bytes) return bytes.failure();
    git_index_entry entry = {};
    entry.mode = GIT_FILEMODE_BLOB;
    entry.path = path.c_str();
    if (git_blob_create_from_buffer(&entry.id, at.repository, bytes->data(), bytes->size()) != 0 ||
        git_index_add(index, &entry) != 0) {
      return refused(repository);
    }
  }
  git_oid tree_id, id;
  Signature author;
  const git_commit* parents[] = {parent};
  if (git_index_write_tree_to(&tree_id, index, at.repository) != 0 ||
      git_tree_lookup(&after, at.repository, &tree_id) != 0 ||
      git_signature_new(&author, wanted.author.c_str(), wanted.email.c_str(), wanted.when.seconds, 0) != 0 ||
      git_commit_create(&id, at.repository, nullptr, author, author, nullptr, wanted.message.c_str(), after,
                        wanted.parent.empty() ? 0 : 1, parents) != 0) {
    return refused(repository);
  }
  return hex(id);
}

}  // namespace causerie::libgit

extern "C" const causerie::GitModule causerie_git = {
    causerie::libgit::is_in_repository, causerie::libgit::make_repository,      causerie::libgit::read_past,
    causerie::libgit::past_bytes,       causerie::libgit::make_bare_repository, causerie::libgit::commit_at,
    causerie::libgit::set_reference,    causerie::libgit::committed_files,      causerie::libgit::read_committed,
    causerie::libgit::make_commit};
