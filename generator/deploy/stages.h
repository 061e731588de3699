// How a site is changed where its files are changed one by one, so that whatever is cut off can be mended.
//
// First the target's list is saved with what was ours and all that will be; then files are sent, a stage at a time,
// those last that link to the others; what is gone is removed after all else is in place; the final list is saved at
// the end.
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
  std::function<Result<std::string>()> read_list;  // "" where there is none
  std::function<Result<void>(const std::string& text, SavedList)> save_list;
  std::function<Result<void>(const std::vector<BuiltFile>&)> send;  // each whole or not at all, in any order
  std::function<Result<void>(const std::vector<std::string>&)> remove;
  std::function<Result<void>(const std::vector<std::string>&)> remove_folders;  // those that are empty
};

// REQUIRES: the list was seen as it is in the listing, a moment ago. Fails, leaving a list that names all of both,
// where another deploy changed the list meanwhile.
Result<Applied> apply_in_stages(const Carrier&, const BuiltSite&, const Listing&, const Difference&);

// The deepest first.
Result<void> for_each_depth(const std::vector<std::string>& folders,
                            const std::function<Result<void>(const std::vector<std::string>& of_one_depth)>&);

// A place where a `Kind` does all this: it has the calls of a Carrier, and title, list() and hashes().
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
