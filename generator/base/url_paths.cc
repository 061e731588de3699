// URL paths (declared in paths.h).
#include "base/byte_set.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {

bool is_plain_address(std::string_view path) {
  if (!path.starts_with('/') || path.find("//") != std::string_view::npos || path.find("/.") != std::string_view::npos)
    return false;
  constexpr std::size_t longest_name = 255;  // bytes, the limit of file systems
  for (const std::string_view name : split(path, '/')) {
    if (name.size() > longest_name) return false;
  }
  for (std::size_t offset = 0; offset < path.size();) {
    const char32_t c = next_code_point(path, offset);
    if (c < 0x21 || c == 0x7F || (c > 0x7F && (c < 0xA1 || is_space(c)))) return false;
    if (c < 0x7F && std::string_view("*:?#%\\\"<>|").find(static_cast<char>(c)) != std::string_view::npos) return false;
  }
  return true;
}

std::string UrlPath::file() const {
  const std::string_view below = std::string_view(text).substr(1);
  return is_folder() ? join_path(below, "index.html") : std::string(below);
}

std::string relative_link(const UrlPath& from, const UrlPath& to) {
  const std::string_view here = from.text;
  const std::string_view there = to.text;
  // The folders that both share: up to the last slash of the common prefix.
  std::size_t shared = 0;
  for (std::size_t i = 0; i < here.size() && i < there.size() && here[i] == there[i]; ++i) {
    if (here[i] == '/') shared = i + 1;
  }
  std::string link;
  for (const char c : here.substr(shared)) {
    if (c == '/') link += "../";
  }
  link += percent_escape_path(there.substr(shared));
  // A colon in the first segment would make it look like a scheme.
  if (link.empty() || link.substr(0, link.find('/')).find(':') != std::string::npos) link.insert(0, "./");
  return link;
}

namespace {

// All bytes except letters, digits and those in `signs`.
constexpr ByteSet escaped_but(std::string_view signs) {
  return ByteSet(signs).with('0', '9').with('A', 'Z').with('a', 'z').complement();
}

std::string percent_escape(std::string_view text, const ByteSet& to_escape) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string escaped;
  escaped.reserve(text.size());
  std::size_t done = 0;
  for (std::size_t i = to_escape.find_in(text); i < text.size(); i = to_escape.find_in(text, i + 1)) {
    const auto byte = static_cast<unsigned char>(text[i]);
    escaped.append(text, done, i - done);
    escaped += '%';
    escaped += digits[byte >> 4];
    escaped += digits[byte & 15];
    done = i + 1;
  }
  return escaped.append(text, done);
}

}  // namespace

std::string percent_escape_path(std::string_view path) {
  static constexpr ByteSet to_escape = escaped_but("/-._~!$&'()*+,;=:@");
  return percent_escape(path, to_escape);
}

std::string percent_escape_url(std::string_view url) {
  static constexpr ByteSet to_escape = escaped_but("/-._~!$&'()*+,;=:@?#%[]");
  return percent_escape(url, to_escape);
}

std::string percent_decode(std::string_view text) {
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && value(text[i + 1]) >= 0 && value(text[i + 2]) >= 0) {
      decoded += static_cast<char>(value(text[i + 1]) * 16 + value(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

}  // namespace causerie
