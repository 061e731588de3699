// The user's standard folders for the data of programs.
#pragma once

#include <optional>
#include <string>

namespace causerie {

// For data that can be recreated at any time: XDG Base Directory Specification 0.8. nullopt if the user has no home.
std::optional<std::string> user_cache_folder();

}  // namespace causerie
