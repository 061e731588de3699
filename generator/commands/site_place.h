// Where the site is that a command is about.
#pragma once

#include <string>
#include <variant>

#include "commands/command.h"

namespace causerie {

// The absolute path of the folder with site.yaml: the positional SITE or --site, else here or the nearest folder above.
std::variant<std::string, WrongUsage> find_site(const Arguments&, const std::string& positional = {});

}  // namespace causerie
