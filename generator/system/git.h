// Repositories, through libgit2.
#pragma once

#include <string>

#include "base/result.h"

namespace causerie {

// Whether the folder lies in a repository, its own or one above.
bool is_in_repository(const std::string& folder);

// Makes the folder a repository without a commit.
Result<void> make_repository(const std::string& folder);

}  // namespace causerie
