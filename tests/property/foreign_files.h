// Foreign files in the folder to which a site is published. Whatever happens, they must stay as they are.
#pragma once

#include <string>

#include "base/memory_files.h"
#include "pipeline/plan.h"
#include "published_site.h"

namespace causerie {

extern const Contents foreign_files;

// Adds them and an empty folder.
void put_foreign_files(MemoryFiles& location);

// How the location differs from one with these files and the output of a first build of the plan; "" if it does not.
std::string difference_from_clean_build(const MemoryFiles& location, const Plan& plan);

}  // namespace causerie
