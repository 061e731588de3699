// A build that stops before it looks at the destination, with additional checks.
#pragma once

#include <memory>

#include "pipeline/prepare_site.h"

namespace causerie {

// Adds exactly the diagnostics that a build adds, and the notes of pipeline/checks/.
Result<std::unique_ptr<PreparedSite>> check_site(Files& files, const SiteOptions&, BuildCache&, Diagnostics&);

}  // namespace causerie
