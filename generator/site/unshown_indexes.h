// Texts that were written for a list which does not exist.
#pragma once

#include "base/diagnostics.h"
#include "content/content.h"

namespace causerie {

// Adds a warning for each index.md in a folder without essays: other programs take such a file for an essay.
void report_unshown_indexes(const Content&, Diagnostics&);

}  // namespace causerie
