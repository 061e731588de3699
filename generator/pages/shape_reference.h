// The reference for theme authors, generated from the shapes: the names that each layout may use, with descriptions.
#pragma once

#include <string>

namespace causerie {

// Returns indented lines of text, for a terminal or a code block. The names that all layouts of pages may use come
// first and are not repeated.
std::string shape_reference();

}  // namespace causerie
