// Compressed files next to the text files of a site, for servers that can send them (`build --compress`).
#pragma once

#include "base/diagnostics.h"
#include "pipeline/plan.h"

namespace causerie {

// Returns the plan with two more outputs for each text file (HTML, CSS, JSON and so on), whatever its size: a server
// sends what it finds. An existing output or folder with the same name is an error.
Plan with_compressed(Plan plan, Diagnostics&);

}  // namespace causerie
