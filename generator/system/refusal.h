// Turns errors of the system into failures with messages for people.
#pragma once

#include <string>

#include "base/result.h"

namespace causerie {

// `error` is a value of errno.
Failure refusal(std::string action, std::string path, int error);

}  // namespace causerie
