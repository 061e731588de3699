// The lists of essays that a site has, and its home page.
#pragma once

#include "site/site.h"

namespace causerie {

// Sets `home`, `listed` and `folders`. The text above a list that is not there is no longer shown.
void collect_lists(Site&);

}  // namespace causerie
