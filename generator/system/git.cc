#include "system/git.h"

#include <git2.h>

namespace causerie {
namespace {

// The library counts its users; one of these for as long as it is asked anything.
class Library {
 public:
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

}  // namespace

bool is_in_repository(const std::string& folder) {
  const Library library;
  return git_repository_open_ext(nullptr, folder.c_str(), 0, nullptr) == 0;
}

Result<void> make_repository(const std::string& folder) {
  const Library library;
  git_repository* repository = nullptr;
  if (git_repository_init(&repository, folder.c_str(), 0) != 0) {
    const git_error* error = git_error_last();
    return Failure{"cannot make a git repository in", folder, error == nullptr ? "" : error->message,
                   "the site itself is there; 'git init' in its folder does the same"};
  }
  git_repository_free(repository);
  return {};
}

}  // namespace causerie
