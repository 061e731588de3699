#include "system/git_refusal.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "system/process.h"

namespace causerie {
namespace {

constexpr std::string_view fetch_everything = "git fetch --refetch --no-filter";

// The extensions of repositories (https://git-scm.com/docs/repository-version) that a version of libgit2 may not know.
std::string unsupported_extension(std::string_view reason) {
  const std::string lower = ascii_lower(reason);
  const auto has = [&](std::string_view name) { return lower.find(name) != std::string::npos; };
  if (has("objectformat")) {
    return "the history of a repository with SHA-256 cannot be shown: remove 'history' from site.yaml, or keep the "
           "site "
           "in a repository with SHA-1";
  }
  if (has("refstorage")) return "to convert it, run 'git refs migrate --ref-format=files'";
  if (has("partialclone")) {
    return fmt::format("run 'git config --unset extensions.partialClone' and then '{}'", fetch_everything);
  }
  if (has("worktreeconfig")) {
    return "if 'git config --worktree --list' shows nothing that you need, run 'git config --unset "
           "extensions.worktreeConfig'";
  }
  return "the extension is in the file .git/config; run 'git config --unset' with its name if you do not need it";
}

}  // namespace

std::string mending_command(std::string_view reason) {
  if (reason.find("unsupported extension") != std::string_view::npos) return unsupported_extension(reason);
  if (reason.find("object not found") != std::string_view::npos) {
    return fmt::format("if this is a partial clone, run '{}'; else 'git fsck' shows what is missing", fetch_everything);
  }
  if (reason.starts_with("unknown repository extension") || reason.starts_with("Expected git repo version"))
    return "the repository was made by a newer git than the one here: install a newer one";
  return "";
}

std::optional<GitRefusal> refusal_in(std::string_view errors) {
  if (errors.find("not a git repository") != std::string_view::npos) return std::nullopt;
  const std::vector<std::string_view> lines = lines_of(errors);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with("fatal: ")) continue;
    std::string reason(trim(lines[i].substr(std::string_view("fatal: ").size())));
    if (reason.ends_with(':') && i + 1 < lines.size()) reason.append(" ").append(trim(lines[i + 1]));
    GitRefusal refusal{reason, mending_command(reason)};
    // Git's second paragraph contains the command for this very folder.
    constexpr std::string_view command = "git config --global --add safe.directory ";
    if (const auto at = errors.find(command); at != std::string_view::npos) {
      const std::string_view rest = errors.substr(at);
      refusal.hint = fmt::format("if you trust it, run: {}", rest.substr(0, rest.find('\n')));
    }
    return refusal;
  }
  return std::nullopt;
}

std::optional<GitRefusal> git_refusal(const std::string& folder) {
  const auto ended = run_program({{"git", "-C", folder, "rev-parse", "--git-dir"}, {}, {}});
  return ended && ended->status != 0 ? refusal_in(ended->errors) : std::nullopt;
}

}  // namespace causerie
