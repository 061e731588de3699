// An address of the web taken apart, in the one spelling in which it is asked for.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct WebAddress {
  bool is_secure = false;
  std::string host;  // lower case, ASCII (UTS 46), no final period; an IPv6 address without its brackets
  int port = 80;
  std::string target;  // path and query, escaped: what stands in a request; `/` at least

  std::string text() const;       // https://example.org/a?b
  std::string host_text() const;  // with brackets, and with the port where it is not the scheme's own
  auto operator<=>(const WebAddress&) const = default;
};

// Of `http:` and `https:` alone, by RFC 3986: dot segments walked, the fragment left out. Nothing where it is no such
// address, or holds a name or a password.
std::optional<WebAddress> parse_web_address(std::string_view text);

// What a `Location` means, seen from where it was given.
std::optional<WebAddress> parse_web_address(std::string_view text, const WebAddress& base);

}  // namespace causerie
