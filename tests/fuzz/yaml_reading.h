// YAML read by parsers that must agree, and what YAML readers in general take a plain scalar for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fuzz/target.h"

namespace causerie::fuzz {

// A tree as a list: "[" and "]" around a sequence, "{" and "}" around keys and values, "=text" a scalar, "~" a null.
using Flattened = std::vector<std::string>;

// Both parse_yaml and yaml-cpp alone read the document as expected, and a file with it is not changed when it is read.
void check_yaml(const std::string& document, const Flattened& expected, Faults&);

// Whether some reader of YAML 1.1 or 1.2 takes this for a boolean, a null, a number, a day, a time or a merge key
// (yaml.org/type; YAML 1.2.2, section 10.3.2), in any letter case.
bool is_other_than_text(std::string_view plain);

}  // namespace causerie::fuzz
