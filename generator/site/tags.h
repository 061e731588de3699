// The tags of a site.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "site/site.h"

namespace causerie {

// Tags that differ only in letter case are one tag, shown in its most used spelling (the first by code point if tied).
// Two tags with the same slug are an error. Sets `tags` of each essay's view; `site.tags` contains the tags of shown,
// listed essays.
void collect_tags(Site& site, Diagnostics&);

}  // namespace causerie
