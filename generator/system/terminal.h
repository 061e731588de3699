// The terminal that messages go to.
#pragma once

namespace causerie {

// Standard error is a terminal, and NO_COLOR (no-color.org) is not set.
bool wants_color();

}  // namespace causerie
