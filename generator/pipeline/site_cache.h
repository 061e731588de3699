// Where the parse cache of a site is stored between runs: in its own folder in the user's cache folder.
#pragma once

#include <string>

#include "content/disk_parse_cache.h"

namespace causerie {

// `site` is the absolute path of its folder. If the user has no cache folder, nothing is stored.
DiskParseCache disk_parse_cache(const std::string& site);

}  // namespace causerie
