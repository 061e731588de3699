// Creates a site in a folder that is empty or does not exist.
#pragma once

#include <string>

#include "commands/command.h"

namespace causerie {

Answer new_site(const std::string& folder);  // as the user wrote it

}  // namespace causerie
