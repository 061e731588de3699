// A site in a git repository, and what its pages show of the essays' history.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/memory_files.h"
#include "pipeline/build_site.h"
#include "support/git_repository.h"

namespace causerie {

class HistorySite : public testing::Test {
 protected:
  using Lines = std::vector<std::string>;

  HistorySite();

  // Published on 1 January 2024.
  static std::string essay(std::string_view text, std::string_view keys = "");

  std::string in_site(const std::string& path) const { return prefix_.empty() ? path : prefix_ + "/" + path; }
  void put(const std::string& path, std::string_view text) { repository.write(in_site(path), text); }
  void commit(std::string_view when, std::string_view text) { commit_file(when, "content/essays/naps.md", text); }
  void commit_file(std::string_view when, const std::string& path, std::string_view text) {
    repository.commit(when, {{in_site(path), std::string(text)}});
  }

  // Builds into memory, with the `.causerie/` of the previous build. Checks that nothing reveals who made a commit.
  void build(const std::string& folder = "", BuildOptions options = {});

  Lines said() const;  // messages
  // One line per revision: its time, and what changed.
  Lines revisions(std::string_view path = page) const;
  std::string updated() const;

  static constexpr std::string_view page = "essays/naps/history/index.html";

  GitRepository repository;
  std::string prefix_;
  MemoryFiles destination{FollowLinks::no}, internal{FollowLinks::no};
  BuildCache cache;  // kept between builds
  std::map<std::string, std::string> outputs;
  Diagnostics diagnostics;
};

}  // namespace causerie
