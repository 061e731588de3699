// Parts of the program that few runs need: libraries of our own, each loaded when it is first asked for, so that no
// other run waits for the libraries that it uses in turn.
#pragma once

#include <string>

#include "base/result.h"

namespace causerie {

// The entry of the module `causerie-NAME.so`, which is beside the program or where it is installed: nowhere else,
// lest somebody puts another one there. It stays loaded. Safe on many threads at a time.
Result<const void*> module_entry(const std::string& name, const char* entry);

}  // namespace causerie
