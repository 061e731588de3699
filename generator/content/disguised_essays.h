// Essays that were saved with the name of a plain text.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "content/tree.h"

namespace causerie {

// Removes from `copied` each `.txt` file that begins with front matter, so that no draft is published as it is, and
// returns them. Each gets a warning.
Result<std::vector<TreeFile>> take_disguised_essays(Files&, std::vector<TreeFile>& copied, Diagnostics&);

}  // namespace causerie
