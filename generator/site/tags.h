// The tags of a site.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "site/site.h"

namespace causerie {

// Tags that differ in letter case alone are one, shown as most used, then first by code point. Different words with one
// slug are an error. Sets `tags` of each essay's view; `site.tags` holds those with a shown, listed essay.
void collect_tags(Site& site, Diagnostics&);

}  // namespace causerie
