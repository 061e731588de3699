// Which file became which, from one commit to the next.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "system/git.h"

namespace causerie {

// Of a file that differs between two states of a folder; none where it is not there.
struct FileStates {
  ObjectId before;
  ObjectId after;
};
using ChangedFiles = std::map<std::string, FileStates>;  // by path

// Of files that are gone and others that are new, which are the same one: by equal bytes, of those the one with the
// same name first.
using Moves = std::unordered_map<std::string, std::string>;  // from where, by where to
Moves equal_moves(const ChangedFiles&);

// Whether some that are gone may have become some that are new, beside these moves.
bool may_have_moved(const ChangedFiles&, const Moves&);

}  // namespace causerie
