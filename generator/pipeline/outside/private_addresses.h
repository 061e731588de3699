// Which machines a check never talks to: those that no reader of the site could mean.
#pragma once

#include <string>
#include <string_view>

#include "system/http_client.h"

namespace causerie {

// Why not, such as "an address of a private network"; empty where it is a machine of the public web. By the registries
// of special addresses of RFC 6890 and those that followed; what IPv6 carries of IPv4 is judged as that.
std::string why_private(const MachineAddress&);

// The same of a name, before anybody is asked what it means: `localhost`, `printer.local`, `intranet`. An address in
// digits has no name to judge.
std::string why_private(std::string_view host);

}  // namespace causerie
