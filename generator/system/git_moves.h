// Finds files that moved between one commit and the next.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "system/git.h"

namespace causerie {

// The ids of a file that differs between two states of a folder; an id is none if the file does not exist in that
// state.
struct FileStates {
  ObjectId before;
  ObjectId after;
};
using ChangedFiles = std::map<std::string, FileStates>;  // by path

// Finds removed files that reappear as new files with equal bytes; among several, one with the same name is preferred.
using Moves = std::unordered_map<std::string, std::string>;  // old path, by new path
Moves equal_moves(const ChangedFiles&);

// True if other removed files may have become new ones, in addition to these moves.
bool may_have_moved(const ChangedFiles&, const Moves&);

}  // namespace causerie
