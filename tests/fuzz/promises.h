// What holds whatever anyone writes. Each function adds what does not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "formats/markdown/markdown.h"
#include "formats/yaml/yaml.h"
#include "fuzz/target.h"

namespace causerie::fuzz {

// Source locations in `file` lie within its text, and messages are text.
void check_diagnostics(const Diagnostics&, std::string_view file, std::string_view text, Faults&);

// Holes are where they can be filled; `text` is what was parsed.
void check_prose(const Prose&, std::string_view text, Faults&);

// No element, attribute or address that a stranger may not bring to a page, as a browser would read it.
void check_untrusted_html(std::string_view html, Faults&);

// Whether a text in lower case is an e-mail address that nobody would take for a word.
bool is_address(std::string_view text);

// E-mail addresses, in lower case, that are values of any of these keys, anywhere in the YAML.
std::vector<std::string> addresses_in(const Node& root, std::span<const std::string_view> keys);

// None of them is shown; letter case is ignored.
void check_hidden(const std::vector<std::string>& addresses, std::string_view shown, std::string_view where, Faults&);

// What the user reads of diagnostics.
std::string as_reported(const Diagnostics&);

}  // namespace causerie::fuzz
