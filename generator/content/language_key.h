// A language as a writer names it.
#pragma once

#include "content/keys.h"

namespace causerie {

// The tag under the key `language`; what is none is an error. Empty where there is nothing to go by.
std::string read_language(Keys&);

}  // namespace causerie
