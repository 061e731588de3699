// What a target begins with.
#pragma once

#include <string>
#include <vector>

#include "fuzz/target.h"

namespace causerie::fuzz {

inline constexpr std::size_t seed_size_limit = 6'000;  // bytes; longer ones cost time and show no more

// Without those that are too long, each once, in an order that is always the same.
std::vector<std::string> seeds_of(const Target&);

}  // namespace causerie::fuzz
