// The interface of the git module: the functions of git.h and git_trees.h. Loading and initialising its library takes
// longer than a build that has nothing to do.
#pragma once

#include "system/git.h"
#include "system/git_trees.h"

namespace causerie {

struct GitModule {
  decltype(&causerie::is_in_repository) is_in_repository;
  decltype(&causerie::make_repository) make_repository;
  decltype(&causerie::read_past) read_past;  // REQUIRES: no links in the path of the folder
  decltype(&causerie::past_bytes) past_bytes;
  decltype(&causerie::make_bare_repository) make_bare_repository;
  decltype(&causerie::commit_at) commit_at;
  decltype(&causerie::set_reference) set_reference;
  decltype(&causerie::committed_files) committed_files;
  decltype(&causerie::read_committed) read_committed;
  decltype(&causerie::make_commit) make_commit;
};

}  // namespace causerie

extern "C" __attribute__((visibility("default"))) const causerie::GitModule causerie_git;
