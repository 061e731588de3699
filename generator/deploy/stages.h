// How a site is changed where its files are changed one by one, so that whatever is cut off can be mended.
//
// First the target's list is saved with what was ours and all that will be; then files are sent, a stage at a time,
// those last that link to the others; what is gone is removed after all else is in place; the final list is saved at
// the end.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "deploy/target.h"

namespace causerie {

struct Carrier {
  std::function<Result<std::string>()> read_list;  // "" where there is none
  std::function<Result<void>(const std::string& text)> save_list;
  std::function<Result<void>(const std::vector<BuiltFile>&)> send;  // each whole or not at all, in any order
  std::function<Result<void>(const std::vector<std::string>&)> remove;
  std::function<Result<void>(const std::vector<std::string>&)> remove_folders;  // those that are empty
};

// Fails, leaving a list that names all of both, where another deploy changed the list meanwhile.
Result<Applied> apply_in_stages(const Carrier&, const BuiltSite&, const Listing&, const Difference&);

}  // namespace causerie
