// The program itself.
#pragma once

#include "base/hash.h"

namespace causerie {

// Stands for the very program that runs: one that was built anew makes every page anew. By its version where the
// machine does not let it read itself.
Hash program_hash();

}  // namespace causerie
