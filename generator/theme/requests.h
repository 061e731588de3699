// Finds what a theme makes a reader's browser request from an address that names a host.
#pragma once

#include <vector>

#include "theme/theme_files.h"

namespace causerie {

// Searches templates and stylesheets. Addresses that a tag fills in are skipped: their value is not known here.
std::vector<ThemeRequest> read_requests(const ThemeFiles& files);

}  // namespace causerie
