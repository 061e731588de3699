// Which machines a check must not contact: those that are not on the public web.
#pragma once

#include <string>
#include <string_view>

#include "system/http_client.h"

namespace causerie {

// Returns the reason, such as "an address of a private network"; empty for a machine of the public web. Follows the
// registries of special addresses of RFC 6890 and its successors; an IPv4 address inside an IPv6 address is judged as
// IPv4.
std::string why_private(const MachineAddress&);

// The same for a name, before it is looked up: `localhost`, `printer.local`, `intranet`. Empty for a numeric address.
std::string why_private(std::string_view host);

}  // namespace causerie
