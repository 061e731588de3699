// Dates that cannot be right.
#pragma once

#include "base/diagnostics.h"
#include "site/site.h"

namespace causerie {

// Warns of each comment that was written after the day of the site's edition, in the site's time zone.
void warn_of_future_comments(const Site&, Diagnostics&);

}  // namespace causerie
