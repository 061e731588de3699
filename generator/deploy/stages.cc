#include "deploy/stages.h"

namespace causerie {
namespace {

OwnFiles announced_list(const BuiltSite& site, const OwnFiles& own, const std::vector<std::string>& folders) {
  OwnFiles all = own;
  for (const BuiltFile& file : site.files) all.add(file.path, file.bytes);
  for (const std::string& folder : folders) all.add_folder(folder);
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

Result<void> remove(const Carrier& carrier, const std::vector<std::string>& paths) {
  return paths.empty() ? Result<void>() : carrier.remove(paths);
}

// Two deploys that run at once each save a list without the other's new files.
Result<void> finish(const Carrier& carrier, const BuiltSite& site, const OwnFiles& announced) {
  const auto text = carrier.read_list();
  if (!text) return text.failure();
  if (*text == compose_own_files(announced)) return carrier.save_list(site.list);
  OwnFiles both = parse_own_files(*text);
  both.add_all(announced);
  both.mark_unfinished();
  both.sort();
  if (const auto saved = carrier.save_list(compose_own_files(both)); !saved) return saved.failure();
  return Failure{"cannot finish", "the deploy", "another deploy to the same place ran meanwhile",
                 "deploy again when it has ended: that puts everything in order"};
}

}  // namespace

Result<Applied> apply_in_stages(const Carrier& carrier, const BuiltSite& site, const Listing& listing,
                                const Difference& difference) {
  const OwnFiles announced = announced_list(site, listing.own, difference.folders);
  if (const auto saved = carrier.save_list(compose_own_files(announced)); !saved) return saved.failure();
  if (const auto cleared = remove(carrier, difference.remove_first); !cleared) return cleared.failure();
  if (const auto sent = send_in_stages(carrier, site, difference); !sent) return sent.failure();
  if (const auto removed = remove(carrier, difference.remove); !removed) return removed.failure();
  if (!difference.folders.empty()) {
    if (const auto emptied = carrier.remove_folders(difference.folders); !emptied) return emptied.failure();
  }
  if (const auto finished = finish(carrier, site, announced); !finished) return finished.failure();
  return Applied::done;
}

}  // namespace causerie
