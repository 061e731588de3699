#include <algorithm>

#include "base/text.h"
#include "system/http.h"

namespace causerie {

std::string_view HttpRequest::header(std::string_view name) const {
  for (const auto& [own, value] : headers) {
    if (ascii_iequals(own, name)) return value;
  }
  return {};
}

std::size_t HttpRequest::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(), [&](const auto& one) { return ascii_iequals(one.first, name); }));
}

}  // namespace causerie
