#include "base/hidden_character.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

bool belongs_to_the_one_before(char32_t c) {
  return c == U'\u200C' || c == U'\u200D' || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0020 && c <= 0xE01EF);
}

std::string name_of_character(char32_t c) {
  std::string name = ascii_lower(unicode_name(c));
  if (name.empty()) name = "invisible character";
  const bool has_vowel = std::string_view("aeiou").find(name[0]) != std::string_view::npos;
  return fmt::format("U+{:04X}, {} {}", static_cast<unsigned>(c), has_vowel ? "an" : "a", name);
}

}  // namespace

std::optional<HiddenCharacter> hidden_character(std::string_view text) {
  if (is_ascii(text)) return std::nullopt;
  char32_t before = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const bool is_hidden = c > 0x7F && (is_invisible(c) || is_space(c));
    if (is_hidden && (before <= 0x7F || !belongs_to_the_one_before(c)))
      return {{begin, offset, name_of_character(c), is_space(c)}};
    before = c;
  }
  return std::nullopt;
}

std::string without_hidden_characters(std::string_view text) {
  std::string result;
  for (auto hidden = hidden_character(text); hidden; hidden = hidden_character(text)) {
    result.append(text.substr(0, hidden->begin));
    text.remove_prefix(hidden->end);
  }
  return result.append(text);
}

std::string hidden_character_hint(std::string_view text) {
  const auto hidden = hidden_character(text);
  return hidden ? fmt::format("it contains {}: delete it", hidden->name) : std::string();
}

}  // namespace causerie
