// HTML's common named character references: all of HTML 4, and the names of ASCII characters.
#pragma once

#include <string_view>

namespace causerie {

struct NamedReference {
  std::string_view name;
  char32_t code_point = 0;
  bool may_stand_open = false;  // valid without its semicolon
};

const NamedReference* find_reference(std::string_view name);  // case-sensitive; nullptr if unknown

}  // namespace causerie
