// Where a site may be written.
#pragma once

#include <string>

#include "base/result.h"

namespace causerie {

// Refuses a destination that is, contains or lies in the site's content, themes or notes or in any .git, or that is or
// contains the site itself. Links are followed on both sides; the destination need not exist.
Result<void> guard_destination(const std::string& site_root, const std::string& destination);

}  // namespace causerie
