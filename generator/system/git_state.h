// Detects whether git would still report the same history for a folder.
#pragma once

#include <string>

namespace causerie {

// Everything that determines which commit is checked out for the folder, and how far back its history reaches, as one
// short text. It is read from git's files, because libgit2 takes as long to initialise as a build that has nothing to
// do. A missing repository has a state too.
std::string git_state(const std::string& folder);

}  // namespace causerie
