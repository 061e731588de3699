// Deploys to a folder on this machine: one that a web server serves, or that another program uploads.
#include <algorithm>
#include <memory>

#include "deploy/stages.h"
#include "deploy/walk.h"
#include "pipeline/destination.h"
#include "system/disk.h"

namespace causerie {
namespace {

constexpr int patience_seconds = 10;

// What a target keeps between calls.
struct FolderState {
  std::unique_ptr<FileLock> lock;  // from the first listing on
  std::vector<std::string> leftovers;
};

Result<bool> lock_if_there(Files& target, FolderState& state) {
  const auto stat = target.stat_entry("");
  if (!stat) return stat.failure();
  if (!*stat) return false;
  if (state.lock) return true;
  auto lock = target.lock("", patience_seconds);
  if (!lock) return lock.failure();
  state.lock = *std::move(lock);
  return true;
}

Result<std::string> read_list(Files& target) {
  const auto stat = target.stat_entry(own_files_path);
  if (!stat) return stat.failure();
  return *stat ? target.read(own_files_path) : Result<std::string>("");
}

Result<Listing> list(Files& target, FolderState& state) {
  Listing listing;
  listing.is_near = true;
  const auto is_there = lock_if_there(target, state);
  if (!is_there) return is_there.failure();
  if (!*is_there) return listing;
  auto text = read_list(target);
  if (!text) return text.failure();
  listing.own = parse_own_files(*text);
  listing.own_text = *std::move(text);
  auto walked = walk(target, OnError::pass_by);
  if (!walked) return walked.failure();
  for (WalkedFile& file : walked->files) {
    listing.files.push_back({std::move(file.path), 0, file.kind == FileKind::file, {}});
  }
  listing.folders = std::move(walked->folders);
  state.leftovers = std::move(walked->temporary);
  return listing;
}

Result<std::map<std::string, Hash>> hashes(Files& target, const std::vector<std::string>& paths) {
  std::map<std::string, Hash> known;
  for (const std::string& path : paths) {
    if (const auto bytes = target.read(path)) known.emplace(path, hash_of(*bytes));
  }
  return known;
}

Result<void> send(Files& target, Files& built, const std::vector<BuiltFile>& files) {
  for (const BuiltFile& file : files) {
    const auto bytes = read_built_file(built, file);
    if (!bytes) return bytes.failure();
    if (const auto written = target.write(file.path, *bytes); !written) return written.failure();
  }
  return {};
}

Result<void> remove_all(Files& target, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (const auto removed = target.remove(path); !removed) return removed.failure();
  }
  return {};
}

Carrier folder_carrier(Files& target, Files& built) {
  return {
      .read_list = [&target] { return read_list(target); },
      .save_list = [&target](const std::string& text, SavedList) -> Result<void> {
        const auto written = target.write(own_files_path, text);
        return written ? Result<void>() : Result<void>(written.failure());
      },
      .send = [&target, &built](const std::vector<BuiltFile>& files) { return send(target, built, files); },
      .remove = [&target](const std::vector<std::string>& paths) { return remove_all(target, paths); },
      .remove_folders = [&target](const std::vector<std::string>& folders) -> Result<void> {
        for (const std::string& folder : folders) {
          if (const auto removed = target.remove_folder_if_empty(folder); !removed) return removed.failure();
        }
        return {};
      },
  };
}

Result<Applied> apply(Files& target, Files& built, FolderState& state, const BuiltSite& site, const Listing& listing,
                      const Difference& difference) {
  if (!state.lock) {  // the folder did not exist
    if (const auto made = target.make_folder(""); !made) return made.failure();
    return Applied::moved_on;
  }
  if (const auto removed = remove_all(target, state.leftovers); !removed) return removed.failure();
  return apply_in_stages(folder_carrier(target, built), site, listing, difference);
}

Result<OpenTarget> open_folder(const DeployWork& work) {
  const std::string to =
      real_path(work.settings.to.starts_with('/') ? work.settings.to : work.site + "/" + work.settings.to);
  constexpr const char* outside = "choose a folder outside the site's own folder, such as /home/edith/www";
  if (const auto may = guard_destination(work.site, to); !may) {
    Failure refused = may.failure();
    refused.hint = outside;
    return refused;
  }
  const std::string built = real_path(work.built_at);
  if ((to + "/").starts_with(built + "/") || (built + "/").starts_with(to + "/")) {
    return Failure{"cannot deploy to", to, "the build writes to that folder", outside};
  }
  const std::shared_ptr<Files> target = disk_files(to, FollowLinks::no);
  OpenTarget opened = open_folder_at(*target, work.built);
  opened.title = "'" + work.name + "' (" + to + ")";
  // The callbacks refer to `target`; this one keeps it alive.
  opened.list = [target, call = std::move(opened.list)] { return call(); };
  return opened;
}

}  // namespace

OpenTarget open_folder_at(Files& target, Files& built) {
  const auto state = std::make_shared<FolderState>();
  OpenTarget opened;
  opened.title = target.name_of("");
  opened.list = [&target, state] { return list(target, *state); };
  opened.hashes = [&target](const std::vector<std::string>& paths) { return hashes(target, paths); };
  opened.apply = [&target, &built, state](const BuiltSite& site, const Listing& listing, const Difference& difference) {
    return apply(target, built, *state, site, listing, difference);
  };
  return opened;
}

extern const Target folder_target;
const Target folder_target = {.kind = TargetKind::folder, .open = open_folder};

}  // namespace causerie
