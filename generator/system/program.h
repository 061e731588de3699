// The program itself.
#pragma once

#include "base/hash.h"

namespace causerie {

// Stands for the very program that runs and the libraries that it was started with: a machine that has other ones makes
// every page anew. Of their build ids, which linkers give (ld --build-id).
Hash program_hash();

}  // namespace causerie
