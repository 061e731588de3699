// Finds out what a save means for open pages.
#pragma once

#include <string>
#include <vector>

#include "serve/live_site.h"

namespace causerie {

// `saved` are paths below the site's folder; `before` is null for the first site.
SiteChange change_between(const Preview* before, const Preview& now, const std::vector<std::string>& saved);

}  // namespace causerie
