// Writes JSON (RFC 8259).
//
// nlohmann-json is not used: nothing here is parsed, and it would write other bytes (`<`, control characters, invalid
// UTF-8).
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// Returns the text as a quoted string. `<` is written as \u003c, so that the JSON is safe inside an HTML script
// element.
std::string json_quote(std::string_view text);

// Indents JSON for people to read; the result ends with a line feed. REQUIRES: no white space between tokens.
std::string indent_json(std::string_view compact);

}  // namespace causerie
