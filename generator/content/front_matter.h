// The YAML between `---` lines at the very first line of a text, and what stands below it.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/yaml/yaml.h"

namespace causerie {

struct FrontMatter {
  Node map;                // a null node where there is none
  bool is_broken = false;  // reported; `map` holds the keys that can be read nevertheless
  std::string_view body;   // of the text given
  int body_line = 1;       // the line of the file on which the body begins
};

FrontMatter split_front_matter(std::string_view text, const std::string& file, Diagnostics&);

}  // namespace causerie
