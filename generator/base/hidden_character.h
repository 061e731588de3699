// Characters in names and syntax that a writer cannot see, or takes for a space: named in messages as what they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct HiddenCharacter {
  std::size_t begin = 0;  // bytes in the text
  std::size_t end = 0;
  std::string name;  // "U+00A0, a no-break space"
  bool is_space = false;
};

// Returns the first character that is default-ignorable or a space other than U+0020, tab and line ends. Joiners and
// variation selectors after a character beyond ASCII are part of the script or the emoji, and do not count. REQUIRES:
// `text` is valid UTF-8.
std::optional<HiddenCharacter> hidden_character(std::string_view text);

// The text without such characters.
std::string without_hidden_characters(std::string_view text);

// A hint for a message that quotes the text: "it contains U+200B, a zero width space: delete it"; empty if it contains
// none.
std::string hidden_character_hint(std::string_view text);

}  // namespace causerie
