#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "formats/html.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      result += text[i];
    } else {
      result += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return result;
}

bool has_scheme(std::string_view destination, std::string_view scheme) {
  return destination.size() >= scheme.size() && ascii_iequals(destination.substr(0, scheme.size()), scheme);
}

bool has_host(std::string_view after_scheme) {
  std::string_view authority = after_scheme.substr(0, after_scheme.find_first_of("/?#"));
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  const std::string_view host = authority.starts_with('[') ? authority : authority.substr(0, authority.find(':'));
  if (host.empty() || host.starts_with('.')) return false;
  return std::none_of(host.begin(), host.end(), [](char c) {
    return is_control(c) || c == ' ' || c == '\\' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '`';
  });
}

bool has_address(std::string_view after_scheme) {
  const std::string_view address = after_scheme.substr(0, after_scheme.find('?'));
  const auto at = address.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
         std::none_of(after_scheme.begin(), after_scheme.end(), is_control);
}

bool leads_outside(std::string_view destination, bool allows_mail) {
  if (has_scheme(destination, "http://")) return has_host(destination.substr(7));
  if (has_scheme(destination, "https://")) return has_host(destination.substr(8));
  return allows_mail && has_scheme(destination, "mailto:") && has_address(destination.substr(7));
}

}  // namespace

// Checked twice: as written, and with entities and percent escapes decoded. Browsers drop tabs, line ends and leading
// control characters, so an address that contains any control character as written is rejected.
bool is_safe_destination(std::string_view destination, bool allows_mail) {
  if (std::any_of(destination.begin(), destination.end(), is_control)) return false;
  if (destination.find("…@…") != std::string_view::npos) return false;  // a masked e-mail address leads nowhere
  return leads_outside(destination, allows_mail) &&
         leads_outside(percent_decoded(unescape_html(destination)), allows_mail);
}

std::string written_address(std::string_view destination) {
  static constexpr std::string_view plain = "-_.+!*(),%#@?=;:/$~";
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : destination) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos)) {
      result += c;
    } else if (c == '&') {
      result += "&amp;";
    } else if (c == '\'') {
      result += "&#x27;";
    } else {
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

}  // namespace causerie
