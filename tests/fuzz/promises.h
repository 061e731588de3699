// Properties that must hold for any input. Each function adds the violations that it finds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "formats/markdown/markdown.h"
#include "formats/yaml/yaml.h"
#include "fuzz/target.h"

namespace causerie::fuzz {

// Source locations in `file` are within its text, and messages are valid text.
void check_diagnostics(const Diagnostics&, std::string_view file, std::string_view text, Faults&);

// Holes are in places where they can be filled; `text` is what was parsed.
void check_prose(const Prose&, std::string_view text, Faults&);

// The HTML, as a browser parses it, has no element, attribute or address that untrusted text must not add to a page.
void check_untrusted_html(std::string_view html, Faults&);

// True if a lower-case text is an e-mail address that could not be an ordinary word.
bool is_address(std::string_view text);

// The e-mail addresses, in lower case, that are values of any of these keys, anywhere in the YAML.
std::vector<std::string> addresses_in(const Node& root, std::span<const std::string_view> keys);

// None of the addresses is shown; case-insensitive.
void check_hidden(const std::vector<std::string>& addresses, std::string_view shown, std::string_view where, Faults&);

// The diagnostics as they are reported to the user.
std::string as_reported(const Diagnostics&);

}  // namespace causerie::fuzz
