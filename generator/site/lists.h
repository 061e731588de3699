// The lists of essays on a site, and its home page.
#pragma once

#include "site/site.h"

namespace causerie {

// Sets `home`, `listed` and `folders`. A folder's index.md whose list would be empty is no longer shown.
void collect_lists(Site&);

}  // namespace causerie
