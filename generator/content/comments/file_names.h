// Which names comment files have.
#pragma once

#include <string_view>

namespace causerie {

// REQUIRES: lower case.
constexpr bool is_comment_extension(std::string_view extension) {
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

}  // namespace causerie
