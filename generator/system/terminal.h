// The terminal that messages go to.
#pragma once

#include <string>

namespace causerie {

// Standard error is a terminal, and NO_COLOR (no-color.org) is not set.
bool wants_color();

// A line on standard error, where that is a terminal: before work in which other programs may ask for a password, so
// that nothing else may be written meanwhile.
void tell_terminal(const std::string& line);

}  // namespace causerie
