// Deploys to a branch of a git repository, which a host shows as a website.
//
// The trees and commits are made in a bare repository below `.causerie/deploy/`. The git program fetches and pushes
// them, so that the user's settings apply: ssh, agents, credential helpers. Commits are appended and never forced, so
// what others committed stays, in the history and in the files.
#include "system/git.h"

#include <fmt/format.h>

#include "base/paths.h"
#include "base/text.h"
#include "deploy/stages.h"
#include "deploy/transport.h"
#include "system/clock.h"
#include "system/disk.h"
#include "system/git_refusal.h"
#include "system/git_trees.h"

namespace causerie {
namespace {

const std::string our_reference = "refs/causerie/branch";  // the branch as last fetched or pushed
constexpr std::string_view not_reached_hint =
    "check the address, and whether 'git push' to it works from here; https, ssh and paths are supported, http is not";

ProgramCall git(std::vector<std::string> words) {
  words.insert(words.begin(), "git");
  return {std::move(words), {}, {{"GIT_ALLOW_PROTOCOL", "https:ssh:file"}}};
}

// Asks git in the site's own repository for one value; empty if there is none.
std::string ask(const DeployWork& work, std::vector<std::string> words) {
  words.insert(words.begin(), {"-C", work.site});
  const auto ended = run_program(git(std::move(words)));
  return ended && ended->status == 0 ? std::string(trim(ended->output)) : "";
}

class GitBranch {
 public:
  GitBranch(const DeployWork& work, std::string remote)
      : title(fmt::format("'{}' (branch {} of {})", work.name, work.settings.branch, without_secrets(remote))),
        work_(work),
        remote_(std::move(remote)),
        repository_(internal_folder(work) + ".git"),
        branch_("refs/heads/" + work.settings.branch) {}

  Result<Listing> list() {
    if (const auto made = make_bare_repository(repository_); !made) return made.failure();
    if (const auto fetched = fetch(); !fetched) return fetched.failure();
    Listing listing;
    listing.is_near = true;
    if (tip_.empty()) return listing;
    const auto files = committed_files(repository_, tip_);
    if (!files) return files.failure();
    for (const CommittedFile& file : *files) {
      if (file.path == own_files_path) continue;
      listing.files.push_back({file.path, 0, file.is_file, {}});
      if (file.is_file) listing.files.back().bytes = file.bytes;
    }
    const auto own = read_committed(repository_, tip_, std::string(own_files_path));
    if (!own) return own.failure();
    listing.own_text = own->value_or("");
    listing.own = parse_own_files(listing.own_text);
    return listing;
  }

  Result<Applied> apply(const BuiltSite& site, const Difference& difference) {
    NewCommit wanted{.parent = tip_,
                     .put = {},
                     .removed = difference.remove_first,
                     .message = message(difference),
                     .author = author(),
                     .email = ask(work_, {"config", "user.email"}),
                     .when = now()};
    if (wanted.email.empty()) wanted.email = "nobody@causerie.invalid";
    wanted.removed.insert(wanted.removed.end(), difference.remove.begin(), difference.remove.end());
    std::map<std::string, const BuiltFile*> files;
    for (const Upload& upload : difference.uploads) {
      const BuiltFile& file = site.files[upload.file];
      files.emplace(file.path, &file);
      wanted.put.push_back(file.path);
    }
    wanted.put.emplace_back(own_files_path);
    const auto commit = make_commit(repository_, wanted, [&](const std::string& path) -> Result<std::string> {
      return path == own_files_path ? Result<std::string>(site.list) : read_built_file(work_.built, *files.at(path));
    });
    if (!commit) return commit.failure();
    return push(*commit);
  }

  const std::string title;

 private:
  Result<std::string> remote_tip() {
    const auto ended = run_transport(git({"ls-remote", "--", remote_, branch_}),
                                     {"cannot reach", title, std::string(not_reached_hint)});
    if (!ended) return ended.failure();
    return ended->output.substr(0, ended->output.find('\t'));
  }

  // Fetches only the last commit: a website's history may be long, and none of it is needed.
  Result<void> fetch() {
    auto tip = remote_tip();
    if (!tip) return tip.failure();
    tip_.clear();
    if (tip->empty()) return {};
    auto known = commit_at(repository_, our_reference);
    if (!known) return known.failure();
    if (*known != *tip) {
      const auto fetched = run_transport(git({"--git-dir=" + repository_, "fetch", "--quiet", "--no-tags", "--depth=1",
                                              "--", remote_, "+" + branch_ + ":" + our_reference}),
                                         {"cannot fetch from", title});
      if (!fetched) return fetched.failure();
      known = commit_at(repository_, our_reference);
      if (!known) return known.failure();
    }
    tip_ = known->value_or("");
    return {};
  }

  Result<Applied> push(const std::string& commit) {
    const auto ended =
        run_program(git({"--git-dir=" + repository_, "push", "--quiet", "--", remote_, commit + ":" + branch_}));
    if (!ended) return ended.failure();
    if (ended->status == 0) {
      if (const auto noted = set_reference(repository_, our_reference, commit); !noted) return noted.failure();
      return Applied::done;
    }
    const auto tip = remote_tip();
    if (tip && *tip != tip_) return Applied::moved_on;
    return failed_transport("git", *ended,
                            {"cannot push to",
                             title,
                             "nothing was changed there; deploy again when "
                             "'git push' to it works",
                             {commit}});
  }

  static std::string message(const Difference& difference) {
    std::size_t fresh = 0;
    for (const Upload& upload : difference.uploads) fresh += upload.is_new ? 1 : 0;
    return fmt::format("Publish: {} new, {} changed, {} removed\n", fresh, difference.uploads.size() - fresh,
                       difference.removal_count());
  }

  // The name that git would use. (The e-mail address never comes from site.yaml, where it is private.)
  std::string author() const {
    const std::string name = ask(work_, {"config", "user.name"});
    if (!name.empty()) return name;
    return work_.author.empty() ? "Causerie" : work_.author;
  }

  const DeployWork& work_;
  std::string remote_;
  std::string repository_;
  std::string branch_;
  std::string tip_;  // of the branch as it was fetched; empty if it does not exist
};

bool is_folder(const std::string& path) {
  const auto stat = disk_files(path, FollowLinks::yes)->stat("");
  return stat && *stat && (*stat)->kind == FileKind::folder;
}

bool is_address(std::string_view remote) { return remote.find_first_of(":/") != std::string_view::npos; }

Result<OpenTarget> open_branch(const DeployWork& work) {
  const DeployTarget& settings = work.settings;
  std::string remote = settings.remote;
  if (!is_address(remote)) {
    remote = ask(work, {"remote", "get-url", "--push", "--", settings.remote});
    if (remote.empty()) {
      if (const auto refusal = git_refusal(work.site)) {
        return Failure{"cannot deploy to", "'" + work.name + "'",
                       "git refuses the site's repository: " + refusal->reason, refusal->hint};
      }
      const std::string reason =
          is_in_repository(work.site)
              ? fmt::format("the site's repository has no remote '{}'", settings.remote)
              : fmt::format("the site is not in a git repository, so '{}' is no remote of one", settings.remote);
      return Failure{"cannot deploy to", "'" + work.name + "'", reason,
                     "write the address of the repository: remote: https://…"};
    }
    if (ask(work, {"symbolic-ref", "--quiet", "--short", "HEAD"}) == settings.branch) {
      return Failure{"cannot deploy to", "'" + work.name + "'",
                     fmt::format("'{}' is the branch that contains your sources", settings.branch),
                     "choose another branch, such as gh-pages: it will contain the website, not its sources"};
    }
  }
  // Without a scheme, and without a host before a colon, it is a path, relative to the site.
  const auto colon = remote.find(':');
  const bool is_path = colon == std::string::npos || remote.find('/') < colon;
  if (is_path && !remote.starts_with('/')) {
    const std::string_view first = std::string_view(remote).substr(0, remote.find('/'));
    const bool is_host = !first.starts_with('.') && first.find('.') != std::string_view::npos;
    std::string folder = work.site + "/" + remote;
    if (is_host && !is_folder(folder)) {
      return Failure{
          "cannot deploy to", "'" + work.name + "'",
          fmt::format("'{}' is neither the address of a repository nor a folder in the site's folder", remote),
          fmt::format("did you mean https://{}?", remote)};
    }
    remote = std::move(folder);
  }
  const auto branch = std::make_shared<GitBranch>(work, std::move(remote));
  return OpenTarget{
      .title = branch->title,
      .list = [branch] { return branch->list(); },
      .hashes = [](const std::vector<std::string>&) { return std::map<std::string, Hash>(); },
      .apply = [branch](const BuiltSite& site, const Listing&,
                        const Difference& difference) { return branch->apply(site, difference); },
  };
}

}  // namespace

extern const Target git_target;
const Target git_target = {.kind = TargetKind::git, .open = open_branch};

}  // namespace causerie
