// Whether git would still say the same of a folder's past.
#pragma once

#include <string>

namespace causerie {

// All that decides which commit is checked out where the folder lies, and how far back its past reaches, as one short
// text. It is read from git's files, since libgit2 takes as long to begin as a build that has nothing to do. A
// repository that is not there has a state too.
std::string git_state(const std::string& folder);

}  // namespace causerie
