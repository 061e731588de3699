// The seeds of a target.
#pragma once

#include <string>
#include <vector>

#include "fuzz/target.h"

namespace causerie::fuzz {

inline constexpr std::size_t seed_size_limit = 6'000;  // bytes; longer ones cost time and find nothing more

// Without duplicates and those that are too long, in a stable order.
std::vector<std::string> seeds_of(const Target&);

}  // namespace causerie::fuzz
