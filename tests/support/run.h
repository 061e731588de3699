// Runs the program in this process: does what main() does, but returns a report instead of printing.
#pragma once

#include <string>
#include <vector>

#include "commands/report.h"

namespace causerie {

Report run_causerie(const std::vector<std::string>& words);

}  // namespace causerie
