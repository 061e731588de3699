// Names of hosts in other scripts than Latin, as the name system writes them (UTS 46, nontransitional).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct HostName {
  std::string ascii;       // lower case: xn--bcher-kva.example
  bool has_errors = true;  // it breaks some rule for such names
};

// Nothing where the name cannot be written so at all. Valid UTF-8 is REQUIRED. Defined in icu.cc.
std::optional<HostName> ascii_host_name(std::string_view name);

}  // namespace causerie
