// libgit2 for the files of the git module, the only ones that include it: its start, owners of what it makes, and
// conversions.
#pragma once

#include <git2.h>

#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "system/git.h"

namespace causerie::libgit {

// Must exist wherever the library is used. The library is initialised once and never shut down: what it stores for a
// thread would be lost if it were shut down before the thread ends.
class Library {
 public:
  Library() {
    static const int users = [] {
      const int count = git_libgit2_init();
      git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
      git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, std::size_t{1} << 20);
      return count;
    }();
    static_cast<void>(users);
  }
};

// An object of the library, released when destroyed.
template <class T, void (*release)(T*)>
class Owned {
 public:
  Owned() = default;
  explicit Owned(T* what) : what_(what) {}
  Owned(Owned&& other) noexcept : what_(std::exchange(other.what_, nullptr)) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(what_, other.what_);
    return *this;
  }
  ~Owned() { release(what_); }

  T** operator&() { return &what_; }     // NOLINT(google-runtime-operator): the library writes to the pointer
  operator T*() const { return what_; }  // NOLINT(google-explicit-constructor)
  T* get() const { return what_; }
  void reset(T* what) { *this = Owned(what); }

 private:
  T* what_ = nullptr;
};
using Repository = Owned<git_repository, git_repository_free>;
using Commit = Owned<git_commit, git_commit_free>;
using Tree = Owned<git_tree, git_tree_free>;
using TreeEntry = Owned<git_tree_entry, git_tree_entry_free>;
using Blob = Owned<git_blob, git_blob_free>;
using Diff = Owned<git_diff, git_diff_free>;
using Index = Owned<git_index, git_index_free>;
using Reference = Owned<git_reference, git_reference_free>;
using Signature = Owned<git_signature, git_signature_free>;

inline std::string last_message() {
  const git_error* error = git_error_last();
  return error == nullptr ? "" : error->message;
}

inline std::string hex(const git_oid& id) {
  char text[GIT_OID_HEXSZ + 1];
  return git_oid_tostr(text, sizeof text, &id);
}

inline ObjectId object_id(const git_oid& id) {
  ObjectId copy;
  std::memcpy(copy.bytes.data(), id.id, copy.bytes.size());
  return copy;
}

inline git_oid library_id(const ObjectId& id) {
  git_oid copy;
  std::memcpy(copy.id, id.bytes.data(), id.bytes.size());
  return copy;
}

inline bool is_tree(const git_tree_entry* entry) { return git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE; }
inline bool is_file(const git_tree_entry* entry) {
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

inline ObjectId id_of(const git_tree_entry* entry) {
  return entry == nullptr ? ObjectId() : object_id(*git_tree_entry_id(entry));
}

inline std::string_view bytes_of(const Blob& blob) {
  return {static_cast<const char*>(git_blob_rawcontent(blob)), static_cast<std::size_t>(git_blob_rawsize(blob))};
}

// Defined in git_past.cc, for the module's table in git_trees.cc. They do what those of causerie:: say (git.h).
bool is_in_repository(const std::string& folder);
Result<void> make_repository(const std::string& folder);
Result<std::optional<FolderPast>> read_past(const std::string& folder, FolderPast known, const WantedFile& wanted);
std::shared_ptr<const PastBytes> past_bytes(const std::string& folder);

}  // namespace causerie::libgit
