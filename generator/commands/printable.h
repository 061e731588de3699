// What may go to the writer's terminal: names and words in diagnostics and lists are often a stranger's.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// What a terminal might take for a command (controls), or show in another order than it stands (bidirectional
// controls).
bool is_treacherous(char32_t code_point);

// The text with a blank for each treacherous character, line ends included, and dots for what is shaped like an e-mail
// address. In a text that is not valid UTF-8, such as a file's name may be, `?` stands for every byte beyond ASCII.
std::string printable(std::string_view text);

}  // namespace causerie
