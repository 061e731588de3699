// Makes untrusted text, such as names in diagnostics and lists, safe to print to a terminal.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// True for characters that a terminal might interpret (controls) or that change the display order (bidirectional
// controls).
bool is_unsafe_for_terminal(char32_t code_point);

// The text with each treacherous character (line ends too) replaced by a space, and everything that looks like an
// e-mail address by dots. In text that is not valid UTF-8, such as some file names, every byte beyond ASCII becomes
// `?`.
std::string printable(std::string_view text);

// The same for the path of a file, in which an address is masked only if the file could hold comments.
std::string printable_path(std::string_view path);

}  // namespace causerie
