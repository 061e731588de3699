// JSON that we write (RFC 8259).
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// A string in quotes. `<` is written \u003c, so that the JSON may stand in an HTML script element.
std::string json_quote(std::string_view text);

// The same JSON, which has no blanks between its values, on lines for people; a line feed ends the last.
std::string indent_json(std::string_view compact);

}  // namespace causerie
