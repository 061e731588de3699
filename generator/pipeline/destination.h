// Checks where a site may be written.
#pragma once

#include <string>

#include "base/result.h"

namespace causerie {

// Fails if the destination is, contains or is inside the site's `content`, `themes`, `.git` or `.causerie`; is inside
// any folder named `.git` or `.causerie`; or is or contains the site itself. Links are followed on both sides; the
// destination need not exist.
Result<void> guard_destination(const std::string& site_root, const std::string& destination);

}  // namespace causerie
