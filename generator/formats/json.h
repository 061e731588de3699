// JSON that we write (RFC 8259).
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// A string in quotes. `<` is written \u003c, so that the JSON may stand in an HTML script element.
std::string json_quote(std::string_view text);

}  // namespace causerie
