// What can still be read of a file whose YAML is broken: so that what it says elsewhere stays known, and links to it
// raise no second error.
#pragma once

#include <string>
#include <string_view>

#include "formats/yaml/yaml.h"

namespace causerie {

// The keys at the left margin of `text` that can each be read by themselves, as a map. What is wrong with the rest has
// been reported. `first_line` is where the text begins in the file.
Node readable_keys(std::string_view text, const std::string& file, int first_line);

}  // namespace causerie
