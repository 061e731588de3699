#include "formats/html.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "base/byte_set.h"
#include "base/text.h"
#include "formats/html_references.h"

namespace causerie {
namespace {

struct Decoded {
  char32_t code_point = 0;
  std::size_t size = 0;  // bytes of the reference as written
};

// HTML reads the numbers 0x80 to 0x9F as Windows-1252, because old pages use them that way.
constexpr char32_t windows_1252[] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                     0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

char32_t meant(unsigned long long number) {
  if (number >= 0x80 && number < 0xA0) return windows_1252[number - 0x80];
  const bool is_character = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return is_character ? static_cast<char32_t>(number) : 0xFFFD;
}

std::optional<Decoded> decode_number(std::string_view text) {
  const bool is_hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = is_hexadecimal ? 3 : 2;
  unsigned long long number = 0;
  if (begin >= text.size() || std::isxdigit(static_cast<unsigned char>(text[begin])) == 0) return std::nullopt;
  const auto [end, error] =
      std::from_chars(text.data() + begin, text.data() + text.size(), number, is_hexadecimal ? 16 : 10);
  auto size = static_cast<std::size_t>(end - text.data());
  if (size == begin) return std::nullopt;
  if (text.substr(size).starts_with(';')) ++size;
  return Decoded{error == std::errc() ? meant(number) : 0xFFFD, size};
}

std::optional<Decoded> decode_name(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end < 32 && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
  const std::string_view name = text.substr(1, end - 1);
  if (end < text.size() && text[end] == ';') {
    if (const auto* reference = find_reference(name)) return Decoded{reference->code_point, end + 1};
  }
  // The oldest names are valid without a semicolon, even if letters follow.
  for (std::size_t size = name.size(); size >= 2; --size) {
    const auto* reference = find_reference(name.substr(0, size));
    if (reference != nullptr && reference->may_stand_open) return Decoded{reference->code_point, size + 1};
  }
  return std::nullopt;
}

// Returns the offset after the tag, comment or declaration at `begin`; `begin` itself if the `<` is an ordinary
// character.
std::size_t tag_end(std::string_view html, std::size_t begin) {
  const auto behind = [&](std::string_view sign) {
    const auto at = html.find(sign, begin);
    return at == std::string_view::npos ? html.size() : at + sign.size();
  };
  const std::string_view rest = html.substr(begin);
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<!") || rest.starts_with("<?")) return behind(">");
  const std::size_t name = rest.starts_with("</") ? 2 : 1;
  if (name >= rest.size() || std::isalpha(static_cast<unsigned char>(rest[name])) == 0) return begin;
  char quote = '\0';
  for (std::size_t i = begin + name; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return html.size();
}

constexpr ByteSet escaped_signs("&<>\"'");

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t done = 0;
  for (std::size_t i = escaped_signs.find_in(text); i < text.size(); i = escaped_signs.find_in(text, i + 1)) {
    result.append(text, done, i - done).append(escape_of(text[i]));
    done = i + 1;
  }
  return result.append(text, done);
}

std::string unescape_html(std::string_view text) {
  std::string result;
  for (;;) {
    const auto at = text.find('&');
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    text.remove_prefix(at);
    const auto decoded = text.starts_with("&#") ? decode_number(text) : decode_name(text);
    if (decoded) {
      append_code_point(result, decoded->code_point);
    } else {
      result += '&';
    }
    text.remove_prefix(decoded ? decoded->size : 1);
  }
}

bool names_host(std::string_view address) {
  // Like browsers: surrounding white space is ignored, and a backslash counts as a slash.
  const std::string read = ascii_lower(replace_all(trim(address), "\\", "/"));
  return read.starts_with("//") || read.starts_with("http:") || read.starts_with("https:");
}

std::string text_of_html(std::string_view html) {
  std::string text;
  for (std::size_t i = 0; i < html.size();) {
    const auto tag = std::min(html.find('<', i), html.size());
    text += html.substr(i, tag - i);
    if (tag == html.size()) break;
    i = tag_end(html, tag);
    if (i == tag) {
      text += '<';
      ++i;
    }
  }
  return unescape_html(text);
}

}  // namespace causerie
