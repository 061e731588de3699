#include "base/web_address.h"

#include <algorithm>
#include <vector>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

std::optional<std::string> ascii_host(std::string_view host) {
  const std::string decoded = percent_decode(host);
  if (first_invalid_byte(decoded)) return std::nullopt;
  const auto name = ascii_host_name(decoded);
  if (!name) return std::nullopt;
  std::string result = name->ascii;
  if (result.ends_with('.')) result.pop_back();
  const bool is_plain = result.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string::npos;
  // A non-ASCII name must follow every rule; an ASCII name may break some (`a_b`, `r3---sn`) and exist nevertheless.
  const bool is_sound = is_ascii(decoded) || !name->has_errors;
  const bool has_gap =
      result.empty() || result.starts_with('.') || result.ends_with('.') || result.find("..") != std::string::npos;
  return is_sound && is_plain && !has_gap ? std::optional(result) : std::nullopt;
}

// RFC 3986, section 5.2.4, on whole segments.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  const auto segments = split(path.substr(1), '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool is_dot = segments[i] == "." || segments[i] == "..";
    if (segments[i] == ".." && !kept.empty()) kept.pop_back();
    if (!is_dot) kept.push_back(segments[i]);
    if (is_dot && i + 1 == segments.size()) kept.push_back("");
  }
  std::string result;
  for (const std::string_view segment : kept) result.append("/").append(segment);
  return result.empty() ? "/" : result;
}

std::string target_of(std::string_view rest) {
  const auto query = std::min(rest.find('?'), rest.size());
  std::string path = query == 0 ? "/" : without_dots(rest.substr(0, query));
  return percent_escape_url(path.append(rest.substr(query)));
}

bool read_authority(std::string_view authority, WebAddress& address) {
  if (authority.find('@') != std::string_view::npos) return false;
  std::string_view port;
  if (authority.starts_with('[')) {
    const auto end = authority.find(']');
    if (end == std::string_view::npos) return false;
    address.host = ascii_lower(authority.substr(1, end - 1));
    if (address.host.find_first_not_of("0123456789abcdef:.") != std::string::npos) return false;
    if (address.host.find(':') == std::string::npos) return false;  // only IPv6 addresses are in brackets
    port = authority.substr(end + 1);
  } else {
    const auto colon = std::min(authority.find(':'), authority.size());
    auto host = ascii_host(authority.substr(0, colon));
    if (!host) return false;
    address.host = *std::move(host);
    port = authority.substr(colon);
  }
  address.port = address.is_secure ? 443 : 80;
  if (port.empty() || port == ":") return true;
  if (port.front() != ':' || !is_digits(port.substr(1)) || port.size() > 6) return false;
  address.port = std::stoi(std::string(port.substr(1)));
  return address.port > 0 && address.port < 65536;
}

}  // namespace

std::string WebAddress::host_text() const {
  std::string text = host.find(':') == std::string::npos ? host : "[" + host + "]";
  if (port != (is_secure ? 443 : 80)) text += ":" + std::to_string(port);
  return text;
}

std::string WebAddress::text() const { return (is_secure ? "https://" : "http://") + host_text() + target; }

std::optional<WebAddress> parse_web_address(std::string_view text) {
  text = trim(text);
  WebAddress address;
  address.is_secure = ascii_iequals(text.substr(0, 8), "https://");
  if (!address.is_secure && !ascii_iequals(text.substr(0, 7), "http://")) return std::nullopt;
  text.remove_prefix(address.is_secure ? 8 : 7);
  text = text.substr(0, text.find('#'));
  const auto end = std::min(text.find_first_of("/?\\"), text.size());
  if (!read_authority(text.substr(0, end), address)) return std::nullopt;
  address.target = target_of(text.substr(end));
  return address;
}

std::optional<WebAddress> parse_web_address(std::string_view text, const WebAddress& base) {
  text = trim(text);
  const auto scheme = text.find_first_of(":/?#");
  if (scheme != std::string_view::npos && text[scheme] == ':') return parse_web_address(text);
  if (text.starts_with("//")) return parse_web_address((base.is_secure ? "https:" : "http:") + std::string(text));
  WebAddress address = base;
  text = text.substr(0, text.find('#'));
  const std::string path = base.target.substr(0, base.target.find('?'));
  if (text.starts_with('/')) {
    address.target = target_of(text);
  } else if (text.starts_with('?')) {
    address.target = target_of(path + std::string(text));
  } else if (!text.empty()) {
    address.target = target_of(path.substr(0, path.rfind('/') + 1) + std::string(text));
  }
  return address;
}

}  // namespace causerie
