// A parsed web address (URL), in the one spelling that is used to request it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct WebAddress {
  bool is_secure = false;
  std::string host;  // lower case, ASCII (UTS 46), no trailing period; an IPv6 address without its brackets
  int port = 80;
  std::string target;  // path and query, escaped, as in a request; at least `/`

  std::string text() const;       // https://example.org/a?b
  std::string host_text() const;  // with brackets, and with the port unless it is the scheme's default
  auto operator<=>(const WebAddress&) const = default;
};

// Parses `http:` and `https:` addresses only, by RFC 3986: resolves dot segments and drops the fragment. nullopt if the
// text is not such an address, or contains a user name or a password.
std::optional<WebAddress> parse_web_address(std::string_view text);

// Parses the value of a `Location` header, relative to the address that returned it.
std::optional<WebAddress> parse_web_address(std::string_view text, const WebAddress& base);

}  // namespace causerie
