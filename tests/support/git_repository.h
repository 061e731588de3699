// A temporary git repository with a given history, deleted at the end of the test.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "support/temporary_folder.h"

namespace causerie {

class GitRepository {
 public:
  GitRepository();

  // The new bytes of files by path; nullopt deletes the file.
  using Changes = std::map<std::string, std::optional<std::string>>;

  // Makes a commit with that author time ("2024-05-01T10:00Z"). The committer time is ten years later, and all e-mail
  // addresses are `address`, a canary that must never be shown. The files on disk follow the branch `main`.
  void commit(std::string_view when, const Changes& changes, const std::string& branch = "main",
              const std::string& merged = "");
  void branch_off(const std::string& branch);  // from main
  void write(const std::string& path, std::string_view bytes) const;
  void git(const std::string& arguments) const;  // must succeed

  std::string folder() const { return (temporary_.path() / "repository").string(); }
  std::filesystem::path outside(const std::string& name) const { return temporary_.path() / name; }

  static constexpr std::string_view address = "canary@private.example";

 private:
  TemporaryFolder temporary_;
};

}  // namespace causerie
