#include "support/git_repository.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

#include "base/calendar.h"
#include "support/golden.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

std::string data_of(std::string_view bytes) { return fmt::format("data {}\n{}\n", bytes.size(), bytes); }

}  // namespace

GitRepository::GitRepository() {
  fs::create_directories(folder());
  git("init --quiet --initial-branch=main");
}

void GitRepository::git(const std::string& arguments) const {
  const std::string command =
      fmt::format("GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null git -C '{}' {}", folder(), arguments);
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

void GitRepository::write(const std::string& path, std::string_view bytes) const {
  write_file(fs::path(folder()) / path, bytes);
}

void GitRepository::commit(std::string_view when, const Changes& changes, const std::string& branch,
                           const std::string& merged) {
  const auto date = parse_date(when, *Zone::named("UTC"));
  if (!date) throw std::runtime_error("no date");
  constexpr std::int64_t ten_years = 315'360'000;
  std::string stream = fmt::format("commit refs/heads/{}\nauthor A. Canary <{}> {} +0200\ncommitter B <{}> {} +0000\n",
                                   branch, address, date->instant.seconds, address, date->instant.seconds + ten_years);
  stream += data_of(fmt::format("A message that nobody may see, by {}", address));
  if (std::system(
          fmt::format("git -C '{}' rev-parse --quiet --verify refs/heads/{} >/dev/null", folder(), branch).c_str()) ==
      0)
    stream += fmt::format("from refs/heads/{}^0\n", branch);
  if (!merged.empty()) stream += fmt::format("merge refs/heads/{}\n", merged);
  for (const auto& [path, bytes] : changes) {
    stream += bytes ? fmt::format("M 100644 inline {}\n", path) + data_of(*bytes) : fmt::format("D {}\n", path);
    if (branch != "main") continue;
    if (bytes)
      write(path, *bytes);
    else
      fs::remove(fs::path(folder()) / path);
  }
  write_file(outside("stream"), stream);
  git(fmt::format("fast-import --quiet --force <'{}'", outside("stream").string()));
}

void GitRepository::branch_off(const std::string& branch) { git("branch --force " + branch + " main"); }

}  // namespace causerie
