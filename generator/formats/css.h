// Finds the addresses in a stylesheet.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// An address as written in `url(…)`, `url("…")` or `@import "…"`. The offsets are those of the text between the quotes.
struct CssAddress {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const CssAddress&) const = default;
};

// Returns the addresses in ascending order. Skips comments, other strings, and addresses that contain an escape.
std::vector<CssAddress> css_addresses(std::string_view css);

}  // namespace causerie
