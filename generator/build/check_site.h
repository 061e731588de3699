// A build that stops before it looks at the destination, and says a little more.
#pragma once

#include <memory>

#include "build/prepare_site.h"

namespace causerie {

// Adds what a build adds to the diagnostics, word for word, and notes for what no build needs to know: announced parts
// that are published by now, and what makes a reader's browser ask other hosts.
Result<std::unique_ptr<PreparedSite>> check_site(Files& files, const SiteOptions&, Diagnostics&);

}  // namespace causerie
