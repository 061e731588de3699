// Where a stylesheet names other files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// An address as written in `url(…)`, `url("…")` or `@import "…"`, by its offsets between the quotes.
struct CssAddress {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const CssAddress&) const = default;
};

// Ascending. Comments and other strings are passed over. Addresses that hold an escape are left out.
std::vector<CssAddress> css_addresses(std::string_view css);

}  // namespace causerie
