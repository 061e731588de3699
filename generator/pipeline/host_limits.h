// Warns about parts of generated files that hosts do not read.
#pragma once

#include "base/diagnostics.h"
#include "site/links.h"
#include "site/site.h"

namespace causerie {

// The limits are those of Cloudflare Pages, the strictest host that reads `_redirects`: 2,000 rules of up to 1,000
// characters each.
void warn_of_host_limits(const Site&, const Links&, Diagnostics&);

}  // namespace causerie
