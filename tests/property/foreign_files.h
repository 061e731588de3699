// Files of somebody else's at the place to which a site is published. Whatever happens, they stay as they are.
#pragma once

#include <string>

#include "base/memory_files.h"
#include "pipeline/plan.h"
#include "published_site.h"

namespace causerie {

extern const Contents foreign_files;

// Puts them there, and an empty folder.
void put_foreign_files(MemoryFiles& location);

// How the place differs from one that holds these files and what a first build of the plan makes; "" if not at all.
std::string difference_from_clean_build(const MemoryFiles& location, const Plan& plan);

}  // namespace causerie
