// The program without its process: what main() does, to a report instead of to the terminal.
#pragma once

#include <string>
#include <vector>

#include "commands/report.h"

namespace causerie {

Report run_causerie(const std::vector<std::string>& words);

}  // namespace causerie
