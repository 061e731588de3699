// Where the user's programs keep their things.
#pragma once

#include <optional>
#include <string>

namespace causerie {

// For what can be made again at any time: XDG Base Directory Specification 0.8. Nothing where the user has no home.
std::optional<std::string> user_cache_folder();

}  // namespace causerie
