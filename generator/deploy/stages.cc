#include "deploy/stages.h"

#include <algorithm>

#include "base/paths.h"

namespace causerie {
namespace {

// Contains the folders to be made too, since an interrupted deploy may leave them empty.
OwnFiles announced_list(const BuiltSite& site, const OwnFiles& own, const Difference& difference) {
  OwnFiles all = own;
  for (const BuiltFile& file : site.files) all.add(file.path, file.bytes);
  for (const auto* folders : {&difference.folders_first, &difference.folders}) {
    for (const std::string& folder : *folders) all.add_folder(folder);
  }
  for (const Upload& upload : difference.uploads) {
    if (!upload.is_new) continue;
    for (std::string_view folder = parent_of(site.files[upload.file].path); !folder.empty();
         folder = parent_of(folder)) {
      all.add_folder(folder);
    }
  }
  all.mark_unfinished();
  all.sort();
  return all;
}

Result<void> send_in_stages(const Carrier& carrier, const BuiltSite& site, const Difference& difference) {
  auto next = difference.uploads.begin();
  while (next != difference.uploads.end()) {
    std::vector<BuiltFile> files;
    for (const SendStage stage = next->stage; next != difference.uploads.end() && next->stage == stage; ++next) {
      files.push_back(site.files[next->file]);
    }
    if (const auto sent = carrier.send(files); !sent) return sent.failure();
  }
  return {};
}

Result<void> remove(const Carrier& carrier, const std::vector<std::string>& files,
                    const std::vector<std::string>& folders) {
  if (!files.empty()) {
    if (const auto removed = carrier.remove(files); !removed) return removed.failure();
  }
  return folders.empty() ? Result<void>() : carrier.remove_folders(folders);
}

Result<void> change_files(const Carrier& carrier, const BuiltSite& site, const Difference& difference) {
  const auto cleared = remove(carrier, difference.remove_first, difference.folders_first);
  if (!cleared) return cleared.failure();
  if (const auto sent = send_in_stages(carrier, site, difference); !sent) return sent.failure();
  return remove(carrier, difference.remove, difference.folders);
}

// If two deploys run at once, each saves a list without the other's files: saves one that names both. Returns whether
// there was another deploy.
Result<bool> unite_lists(const Carrier& carrier, const OwnFiles& announced) {
  const auto text = carrier.read_list();
  if (!text) return text.failure();
  if (*text == compose_own_files(announced)) return false;
  OwnFiles both = parse_own_files(*text);
  both.add_all(announced);
  both.mark_unfinished();
  both.sort();
  if (const auto saved = carrier.save_list(compose_own_files(both), SavedList::announced); !saved)
    return saved.failure();
  return true;
}

}  // namespace

Result<Applied> apply_in_stages(const Carrier& carrier, const BuiltSite& site, const Listing& listing,
                                const Difference& difference) {
  const OwnFiles announced = announced_list(site, listing.own, difference);
  const auto saved = carrier.save_list(compose_own_files(announced), SavedList::announced);
  if (!saved) return saved.failure();
  const auto changed = change_files(carrier, site, difference);
  const auto was_another = unite_lists(carrier, announced);  // also after a failure, if possible
  if (!changed) return changed.failure();
  if (!was_another) return was_another.failure();
  if (*was_another) {
    return Failure{"cannot finish", "the deploy", "another deploy to the same place ran at the same time",
                   "deploy again when the other one has finished"};
  }
  const auto finished = carrier.save_list(site.list, SavedList::final);
  return finished ? Result<Applied>(Applied::done) : Result<Applied>(finished.failure());
}

Result<void> for_each_depth(const std::vector<std::string>& folders,
                            const std::function<Result<void>(const std::vector<std::string>& of_one_depth)>& call) {
  std::map<std::ptrdiff_t, std::vector<std::string>, std::greater<>> by_depth;
  for (const std::string& folder : folders) {
    by_depth[std::count(folder.begin(), folder.end(), '/')].push_back(folder);
  }
  for (const auto& [depth, of_one_depth] : by_depth) {
    if (const auto done = call(of_one_depth); !done) return done.failure();
  }
  return {};
}

}  // namespace causerie
