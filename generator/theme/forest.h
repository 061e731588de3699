// A conversation's HTML, however deep it is.
#pragma once

#include <functional>
#include <string>

#include "formats/value.h"

namespace causerie {

// Each node's HTML is made once, by `render_node`, of its record and a field `replies`: HTML that stands for the
// replies, empty where there are none. The replies are then put where that was shown first (behind the node where it
// was not), so that a deep thread costs no more than a flat one.
std::string render_forest(const Forest&, const std::function<std::string(const Record&)>& render_node);

}  // namespace causerie
