#include "formats/yaml/placeholders.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/text.h"

namespace causerie {
namespace {

constexpr std::string_view replaced_characters("\\u\0\x04\r?", 6);  // the first two only in the escape of a surrogate
constexpr ByteSet suspects(std::string_view("\\\0\x04\r?", 5));
constexpr std::string_view placeholders_begin = "\xEF\xB7";  // the first two bytes of U+FDD0 to U+FDEF in UTF-8
constexpr std::size_t escape_size = 6;                       // \ud83d

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Returns the surrogate that these four digits name, or 0.
char32_t surrogate(std::string_view digits) {
  if (digits.size() < 4) return 0;
  char32_t half = 0;
  for (const char c : digits.substr(0, 4)) {
    if (hex_digit(c) < 0) return 0;
    half = half * 16 + static_cast<char32_t>(hex_digit(c));
  }
  return half >= 0xD800 && half <= 0xDFFF ? half : 0;
}

bool is_escaped_half(std::string_view text) { return text.starts_with("\\u") && surrogate(text.substr(2)) != 0; }

// The character from U+FDD0 to U+FDEF that an escape names (\ufdd0, \U0000FDD0), or 0.
char32_t escaped_noncharacter(std::string_view text) {
  std::string_view digits = text.substr(std::min(text.size(), std::size_t{2}));
  if (text.starts_with("\\U0000")) digits.remove_prefix(4);
  if (!text.starts_with("\\u") && !text.starts_with("\\U0000")) return 0;
  if (digits.size() < 4 || ascii_lower(digits.substr(0, 2)) != "fd") return 0;
  const int low = hex_digit(digits[2]) * 16 + hex_digit(digits[3]);
  return low >= 0xD0 && low <= 0xEF && hex_digit(digits[3]) >= 0 ? 0xFD00 + static_cast<char32_t>(low) : 0;
}

bool vanishes(std::string_view text) {
  return text[0] == '\0' || text[0] == '\x04' || (text[0] == '\r' && !text.starts_with("\r\n"));
}

// True for a `?` that does not begin a key: that one follows white space or an opening bracket.
bool is_inner_question(std::string_view text, std::size_t at) {
  return text[at] == '?' && at > 0 && std::string_view(" \t\n\r{[,").find(text[at - 1]) == std::string_view::npos;
}

bool needs_placeholders(std::string_view text) {
  const std::size_t flow = std::min(text.find_first_of("{["), text.size());
  for (auto at = text.find('?', flow); at != std::string_view::npos; at = text.find('?', at + 1)) {
    if (is_inner_question(text, at)) return true;
  }
  for (const char suspect : replaced_characters.substr(2, 3)) {
    for (auto at = text.find(suspect); at != std::string_view::npos; at = text.find(suspect, at + 1)) {
      if (vanishes(text.substr(at))) return true;
    }
  }
  for (auto at = text.find("\\u"); at != std::string_view::npos; at = text.find("\\u", at + 1)) {
    if (is_escaped_half(text.substr(at))) return true;
  }
  return false;
}

}  // namespace

YamlPlaceholders::YamlPlaceholders(std::string_view text) : original_(text) {
  if (!needs_placeholders(text)) return;
  // U+FDD0 to U+FDEF are noncharacters; if the text contains some of them nevertheless, others are used. An escape for
  // one becomes a character too.
  std::array<bool, 0x20> is_escaped{};
  for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    if (const char32_t c = escaped_noncharacter(text.substr(at)); c != 0) is_escaped[c - 0xFDD0] = true;
  }
  for (char32_t first = 0xFDD0; first + placeholders_.size() <= 0xFDF0 && !is_used_; first += placeholders_.size()) {
    is_used_ = true;
    for (std::size_t i = 0; i < placeholders_.size(); ++i) {
      placeholders_[i].clear();
      append_code_point(placeholders_[i], first + static_cast<char32_t>(i));
      if (text.find(placeholders_[i]) != std::string_view::npos || is_escaped[first - 0xFDD0 + i]) is_used_ = false;
    }
  }
  if (!is_used_) return;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t next = suspects.find_in(text, at);
    replaced_.append(text, at, next - at);
    at = next;
    if (at == text.size()) break;
    const std::string_view rest = text.substr(at);
    if (is_escaped_half(rest)) {
      replaced_.append(placeholders_[0]).append(placeholders_[1]);
      ++at;
    } else if (rest.starts_with("\\\\")) {  // an escaped backslash: what follows is not an escape
      replaced_.append("\\\\");
      ++at;
    } else if (vanishes(rest) || is_inner_question(text, at)) {
      replaced_ += placeholders_[replaced_characters.find(rest[0], 2)];
    } else {
      replaced_ += rest[0];
    }
  }
}

std::string YamlPlaceholders::restore(std::string_view value, std::string_view written, bool is_in_double_quotes,
                                      std::vector<std::size_t>& lone) const {
  if (!is_used_ || value.find(placeholders_begin) == std::string_view::npos) return std::string(value);
  const std::string escape = placeholders_[0] + placeholders_[1];
  const auto half_at = [&](std::size_t offset) {
    const std::string_view rest = value.substr(std::min(offset, value.size()));
    return rest.starts_with(escape) ? surrogate(rest.substr(escape.size())) : 0;
  };
  const std::size_t size = escape.size() + escape_size - 2;
  std::string result;
  result.reserve(value.size());
  std::size_t location = 0;  // after the last escape in `written`
  const auto pass_escape = [&] {
    const std::size_t found = written.find(escape, location);
    location = found + size;
    return found;
  };
  for (std::size_t at = 0; at < value.size();) {
    const char32_t half = is_in_double_quotes ? half_at(at) : 0;
    if (half == 0) {
      const auto placeholder = std::find_if(placeholders_.begin(), placeholders_.end(),
                                            [&](const std::string& m) { return value.substr(at).starts_with(m); });
      if (placeholder == placeholders_.end()) {
        const std::size_t next = std::min(value.find(placeholders_begin, at + 1), value.size());
        result.append(value, at, next - at);
        at = next;
      } else {
        result += replaced_characters[static_cast<std::size_t>(placeholder - placeholders_.begin())];
        at += placeholder->size();
      }
      continue;
    }
    const std::size_t found = pass_escape();
    at += size;
    const char32_t next = half_at(at);
    if (half < 0xDC00 && next >= 0xDC00) {
      append_code_point(result, 0x10000 + ((half - 0xD800) << 10) + (next - 0xDC00));
      pass_escape();
      at += size;
    } else {
      append_code_point(result, 0xFFFD);
      lone.push_back(found);
    }
  }
  return result;
}

// The text is valid UTF-8, so a continuation byte without a lead byte comes from such an escape.
std::string with_whole_escapes(std::string value, std::string_view written) {
  if (written.find("\\_") == std::string_view::npos && written.find("\\N") == std::string_view::npos) return value;
  const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(value[at]) & 0xC0) == 0x80; };
  std::string whole;
  for (std::size_t at = 0; at < value.size();) {
    if (continues(at)) whole += '\xC2';
    const auto lead = static_cast<unsigned char>(value[at]);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    whole.append(value, at, size);
    at += size;
  }
  return whole;
}

}  // namespace causerie
