#include <mutex>

#include "system/disk.h"
#include "system/git_module.h"
#include "system/module.h"

namespace causerie {
namespace {

Result<const GitModule*> git() {
  const auto entry = module_entry("git", "causerie_git");
  if (!entry) return entry.failure();
  return static_cast<const GitModule*>(*entry);
}

// Loads the module on first use: usually nothing is read, and then the module need not be installed.
class BytesOfModule : public PastBytes {
 public:
  explicit BytesOfModule(std::string folder) : folder_(std::move(folder)) {}

  std::optional<std::string> read(const ObjectId& id, std::size_t most) const override {
    std::call_once(is_asked_, [this] {
      if (const auto module = git()) bytes_ = (*module)->past_bytes(folder_);
    });
    return bytes_ == nullptr ? std::nullopt : bytes_->read(id, most);
  }

 private:
  const std::string folder_;
  mutable std::once_flag is_asked_;
  mutable std::shared_ptr<const PastBytes> bytes_;
};

}  // namespace

bool is_in_repository(const std::string& folder) {
  const auto module = git();
  return module && (*module)->is_in_repository(folder);
}

Result<void> make_repository(const std::string& folder) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->make_repository(folder);
}

Result<std::optional<FolderPast>> read_past(const std::string& folder, FolderPast known, const WantedFile& wanted) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->read_past(real_path(folder), std::move(known), wanted);
}

std::shared_ptr<const PastBytes> past_bytes(const std::string& folder) {
  return std::make_shared<BytesOfModule>(folder);
}

Result<void> make_bare_repository(const std::string& repository) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->make_bare_repository(repository);
}

Result<std::optional<std::string>> commit_at(const std::string& repository, const std::string& reference) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->commit_at(repository, reference);
}

Result<void> set_reference(const std::string& repository, const std::string& reference, const std::string& commit) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->set_reference(repository, reference, commit);
}

Result<std::vector<CommittedFile>> committed_files(const std::string& repository, const std::string& commit) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->committed_files(repository, commit);
}

Result<std::optional<std::string>> read_committed(const std::string& repository, const std::string& commit,
                                                  const std::string& path) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->read_committed(repository, commit, path);
}

Result<std::string> make_commit(const std::string& repository, const NewCommit& wanted,
                                const std::function<Result<std::string>(const std::string& path)>& read) {
  const auto module = git();
  if (!module) return module.failure();
  return (*module)->make_commit(repository, wanted, read);
}

}  // namespace causerie
