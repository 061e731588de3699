// Compressed files beside the texts of a site, for servers that send such instead (`build --compress`).
#pragma once

#include "base/diagnostics.h"
#include "pipeline/plan.h"

namespace causerie {

// The plan with two more outputs for each text (HTML, CSS, JSON and their like), whatever its size: a server sends what
// it finds. A file of the writer's that has such a name is an error.
Plan with_compressed(Plan plan, Diagnostics&);

}  // namespace causerie
