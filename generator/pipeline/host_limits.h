// What hosts do not read of the files that are made for them.
#pragma once

#include "base/diagnostics.h"
#include "site/links.h"
#include "site/site.h"

namespace causerie {

// Cloudflare Pages, the narrowest of those that read `_redirects`: 2,000 rules, and 1,000 characters of each.
void warn_of_host_limits(const Site&, const Links&, Diagnostics&);

}  // namespace causerie
