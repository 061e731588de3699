// Random plans of a site in memory, for tests that build, interrupt and build again.
#pragma once

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/memory_files.h"
#include "content/build_cache.h"
#include "pipeline/plan.h"
#include "pipeline/publish.h"

namespace causerie {

using Contents = std::map<std::string, std::string>;
using Random = std::mt19937;

// A plan of pages, texts and copies, some of which other plans lack, have with other content, or have as folders.
Plan random_plan(Random& random);
std::vector<Plan> random_plans(std::size_t count, Random& random);

void put(const Contents& contents, MemoryFiles& files);

// Adds the sources of all copies that any plan contains.
void put_sources(MemoryFiles& site);

// Runs all steps from the lock to publishing. Releases the lock if something is thrown in between.
Result<Published> build(const BuildFolders& folders, const Plan& plan, Trust trust = Trust::stats, int jobs = 1);

// The output of a first build of the plan in an empty destination.
Contents clean_build(const Plan& plan);
std::vector<std::string> clean_folders(const Plan& plan);

}  // namespace causerie
