// Where what reading a site gave is kept between runs: a folder of its own in the user's cache.
#pragma once

#include <string>

#include "content/disk_parse_cache.h"

namespace causerie {

// `site` is the absolute path of its folder. Where the user has no cache, nothing is kept.
DiskParseCache disk_parse_cache(const std::string& site);

}  // namespace causerie
