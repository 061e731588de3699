// Runs other programs, with a list of arguments and never through a shell.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace causerie {

struct ProgramCall {
  std::vector<std::string> words;  // the program, searched for in the PATH, and its arguments
  std::string folder = {};         // its working folder; empty: the current one
  std::vector<std::pair<std::string, std::string>> environment = {};  // adds to or replaces ours; LC_ALL is always C
};

struct Ended {
  int status = 0;      // as in a shell: 128 plus the signal if one ended the program
  std::string output;  // all of it
  std::string errors;
};

// Waits until the program ends. It inherits our standard input, and the terminal, where it may ask for a password.
// Returns a failure only if it could not be run at all.
Result<Ended> run_program(const ProgramCall&);

}  // namespace causerie
