// A build that stops before it looks at the destination, and says a little more.
#pragma once

#include <memory>

#include "pipeline/prepare_site.h"

namespace causerie {

// Adds what a build adds to the diagnostics, word for word, and the notes of pipeline/checks/.
Result<std::unique_ptr<PreparedSite>> check_site(Files& files, const SiteOptions&, DiskParseCache&, Diagnostics&);

}  // namespace causerie
