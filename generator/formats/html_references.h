// The named character references of HTML that people write: all of HTML 4, and names for ASCII's own characters.
#pragma once

#include <string_view>

namespace causerie {

struct NamedReference {
  std::string_view name;
  char32_t code_point = 0;
  bool may_stand_open = false;  // without its semicolon
};

const NamedReference* find_reference(std::string_view name);  // exact case; nullptr if it is not here

}  // namespace causerie
