// Splits a text into front matter, the YAML between `---` lines from the very first line on, and the body below it.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/yaml/yaml.h"

namespace causerie {

struct FrontMatter {
  Node map;                // a null node if there is no front matter
  bool is_broken = false;  // reported; `map` contains the keys that can still be read
  std::string_view body;   // a view into the text
  int body_line = 1;       // the line in the file where the body begins
};

FrontMatter split_front_matter(std::string_view text, const std::string& file, Diagnostics&);

}  // namespace causerie
