#include "commands/printable.h"

#include "base/text.h"
#include "base/unicode.h"
#include "content/address_mask.h"

namespace causerie {

bool is_unsafe_for_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

namespace {

std::string safe_for_terminal(std::string_view text) {
  std::string result;
  const bool is_ascii_only = first_invalid_byte(text).has_value();
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t from = offset;
    if (is_ascii_only && static_cast<unsigned char>(text[offset]) >= 0x80) {
      result += '?';
      ++offset;
      continue;
    }
    const char32_t c = next_code_point(text, offset);
    if (is_unsafe_for_terminal(c)) {
      result += ' ';
    } else {
      result.append(text, from, offset - from);
    }
  }
  return result;
}

}  // namespace

std::string printable(std::string_view text) { return without_addresses(safe_for_terminal(text)); }

std::string printable_path(std::string_view path) { return path_without_addresses(safe_for_terminal(path)); }

}  // namespace causerie
