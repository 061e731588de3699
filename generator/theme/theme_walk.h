// Every file below a theme's folder.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/files.h"
#include "base/result.h"

namespace causerie {

// By path below `folder`. Names that begin with `.` or `_` and what editors leave behind are passed over. Links are
// followed inside the site; one that leads outside, or to a folder that holds it, is an error.
Result<std::map<std::string, std::string, std::less<>>> read_below(Files& site, std::string_view folder, Diagnostics&);

}  // namespace causerie
