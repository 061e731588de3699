// A test's folder below tests/ is the group in which it runs.
#pragma once

#include <string_view>

namespace causerie {

// "unit" of ".../tests/unit/slug_test.cc".
inline std::string_view test_folder(std::string_view file) {
  constexpr std::string_view root = CAUSERIE_SOURCE_DIR "/tests/";
  if (file.starts_with(root)) file.remove_prefix(root.size());
  return file.substr(0, file.find('/'));
}

}  // namespace causerie
