// A site in memory that is planned at random, built, interrupted and built again.
#pragma once

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/memory_files.h"
#include "pipeline/plan.h"
#include "pipeline/publish.h"

namespace causerie {

using Contents = std::map<std::string, std::string>;
using Random = std::mt19937;

// Pages, texts and copies, some of which other plans lack, have with other contents, or have as folders.
Plan random_plan(Random& random);
std::vector<Plan> random_plans(std::size_t count, Random& random);

void put(const Contents& contents, MemoryFiles& files);

// Puts the sources of all copies that any plan names.
void put_sources(MemoryFiles& site);

// All steps from the lock to publishing. What is thrown in between is passed on, and the lock is let go.
Result<Published> build(const BuildFolders& folders, const Plan& plan, Trust trust = Trust::stats, int jobs = 1);

// What a first build of the plan leaves in an empty destination.
Contents clean_build(const Plan& plan);
std::vector<std::string> clean_folders(const Plan& plan);

}  // namespace causerie
