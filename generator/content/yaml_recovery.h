// Recovers what it can from a file whose YAML is broken, so that links to it cause no second error.
#pragma once

#include <string>
#include <string_view>

#include "formats/yaml/yaml.h"

namespace causerie {

// Returns, as a map, the keys at the left margin of `text` that can each be parsed by themselves. The errors in the
// rest must have been reported by the caller. `first_line` is the line in the file where the text begins.
Node readable_keys(std::string_view text, const std::string& file, int first_line);

}  // namespace causerie
