#include "system/user_folders.h"

#include <cstdlib>

namespace causerie {

std::optional<std::string> user_cache_folder() {
  // By the specification, relative paths are ignored.
  const auto absolute = [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr || *value != '/') return std::nullopt;
    return value;
  };
  if (auto cache = absolute("XDG_CACHE_HOME")) return cache;
  if (const auto home = absolute("HOME")) return *home + "/.cache";
  return std::nullopt;
}

}  // namespace causerie
