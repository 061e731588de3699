#include "system/git_trees.h"

#include <git2.h>

#include <algorithm>
#include <memory>

namespace causerie {
namespace {

class Library {
 public:
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
};

template <class T, void (*free)(T*)>
struct Freed {
  Freed() = default;
  ~Freed() { free(value); }
  Freed(const Freed&) = delete;
  T** operator&() { return &value; }     // NOLINT(google-runtime-operator): as the library takes what it fills in
  operator T*() const { return value; }  // NOLINT(google-explicit-constructor)
  T* value = nullptr;
};

using Repository = Freed<git_repository, git_repository_free>;
using Commit = Freed<git_commit, git_commit_free>;
using Tree = Freed<git_tree, git_tree_free>;
using Entry = Freed<git_tree_entry, git_tree_entry_free>;
using Blob = Freed<git_blob, git_blob_free>;
using Index = Freed<git_index, git_index_free>;
using Reference = Freed<git_reference, git_reference_free>;
using Signature = Freed<git_signature, git_signature_free>;

Failure refused(const std::string& repository) {
  const git_error* error = git_error_last();
  return {"cannot work with the git repository", repository, error == nullptr ? "" : error->message,
          "it holds nothing that is not elsewhere too: delete it, and try again"};
}

// An open repository, for the length of a call.
struct Open {
  explicit Open(const std::string& path) : is_good(git_repository_open_bare(&repository, path.c_str()) == 0) {}
  Library library;
  Repository repository;
  bool is_good;
};

std::string text_of(const git_oid& id) {
  char text[GIT_OID_HEXSZ + 1];
  return git_oid_tostr(text, sizeof text, &id);
}

bool look_up(const Open& at, const std::string& commit, Commit& found, Tree& tree) {
  git_oid id;
  return git_oid_fromstr(&id, commit.c_str()) == 0 && git_commit_lookup(&found, at.repository, &id) == 0 &&
         git_commit_tree(&tree, found) == 0;
}

std::string_view bytes_of(const Blob& blob) {
  return {static_cast<const char*>(git_blob_rawcontent(blob)), static_cast<std::size_t>(git_blob_rawsize(blob))};
}

struct Walk {
  git_repository* repository;
  std::vector<CommittedFile> files;
};

int add_entry(const char* folder, const git_tree_entry* entry, void* payload) {
  auto& walk = *static_cast<Walk*>(payload);
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  if (mode == GIT_FILEMODE_TREE) return 0;
  CommittedFile file{std::string(folder) + git_tree_entry_name(entry), true, {}};
  file.is_file = mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
  if (file.is_file) {
    Blob blob;
    if (git_blob_lookup(&blob, walk.repository, git_tree_entry_id(entry)) != 0) return -1;
    file.bytes = hash_of(bytes_of(blob));
  }
  walk.files.push_back(std::move(file));
  return 0;
}

}  // namespace

Result<void> make_bare_repository(const std::string& repository) {
  const Library library;
  Repository made;
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
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
  return std::optional(text_of(id));
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
  Walk walk{at.repository, {}};
  if (!at.is_good || !look_up(at, commit, found, tree) ||
      git_tree_walk(tree, GIT_TREEWALK_PRE, add_entry, &walk) != 0) {
    return refused(repository);
  }
  std::sort(walk.files.begin(), walk.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return std::move(walk.files);
}

Result<std::optional<std::string>> read_committed(const std::string& repository, const std::string& commit,
                                                  const std::string& path) {
  const Open at(repository);
  Commit found;
  Tree tree;
  if (!at.is_good || !look_up(at, commit, found, tree)) return refused(repository);
  Entry entry;
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
  return text_of(id);
}

}  // namespace causerie
