// What a theme makes a reader's browser ask for by an address with a host in it.
#pragma once

#include <vector>

#include "theme/theme_files.h"

namespace causerie {

// In templates and stylesheets. An address that a tag fills in is none: what it will be is not known here.
std::vector<ThemeRequest> read_requests(const ThemeFiles& files);

}  // namespace causerie
