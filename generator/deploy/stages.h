// Updates a target whose files are changed one by one, so that an interrupted deploy can be repaired.
//
// First, a list of all files that are or will be ours is saved (the announced list); then files are sent, a stage at a
// time, with those that link to others last; files that are gone are removed once all others are in place; the final
// list is saved last.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "deploy/target.h"

namespace causerie {

enum class SavedList { announced, final };

struct Carrier {
  std::function<Result<std::string>()> read_list;  // "" if there is none
  std::function<Result<void>(const std::string& text, SavedList)> save_list;
  std::function<Result<void>(const std::vector<BuiltFile>&)> send;  // each file entirely or not at all, in any order
  std::function<Result<void>(const std::vector<std::string>&)> remove;
  std::function<Result<void>(const std::vector<std::string>&)> remove_folders;  // only empty ones
};

// REQUIRES: the target's list was as in the listing a moment ago. If another deploy changed the list meanwhile, it
// fails and leaves a list that names the files of both.
Result<Applied> apply_in_stages(const Carrier&, const BuiltSite&, const Listing&, const Difference&);

// Calls the callback once for each depth, deepest first.
Result<void> for_each_depth(const std::vector<std::string>& folders,
                            const std::function<Result<void>(const std::vector<std::string>& of_one_depth)>&);

// Opens a target whose `Kind` has the functions of a Carrier, and title, list() and hashes().
template <typename Kind>
Result<OpenTarget> open_for_stages(const DeployWork& work) {
  const auto kind = std::make_shared<Kind>(work);
  const Carrier carrier{
      .read_list = [kind] { return kind->read_list(); },
      .save_list = [kind](const std::string& text, SavedList which) { return kind->save_list(text, which); },
      .send = [kind](const std::vector<BuiltFile>& files) { return kind->send(files); },
      .remove = [kind](const std::vector<std::string>& paths) { return kind->remove(paths); },
      .remove_folders = [kind](const std::vector<std::string>& folders) { return kind->remove_folders(folders); },
  };
  return OpenTarget{
      .title = kind->title,
      .list = [kind] { return kind->list(); },
      .hashes = [kind](const std::vector<std::string>& paths) { return kind->hashes(paths); },
      .apply = [carrier](const BuiltSite& site, const Listing& listing,
                         const Difference& difference) { return apply_in_stages(carrier, site, listing, difference); },
  };
}

}  // namespace causerie
