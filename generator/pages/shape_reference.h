// The reference for theme authors, printed from the shapes: what each layout may name, and what it is.
#pragma once

#include <string>

namespace causerie {

// Indented lines of text, for a terminal or a block of code. What every layout of a page may name comes first and is
// not repeated.
std::string shape_reference();

}  // namespace causerie
