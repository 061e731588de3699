// Parts of the program that few runs need: shared libraries of our own, each loaded on first use, so that other runs do
// not wait for the libraries that they use in turn.
#pragma once

#include <string>

#include "base/result.h"

namespace causerie {

// The entry of the module `causerie-NAME.so`, which must be next to the program or where it is installed; no other
// folder is searched, so that nobody can substitute another module. It stays loaded. Thread-safe.
Result<const void*> module_entry(const std::string& name, const char* entry);

}  // namespace causerie
