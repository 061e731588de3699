// Other programs: started by a list of arguments, never through a shell.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace causerie {

struct ProgramCall {
  std::vector<std::string> words;  // the program, looked for in the PATH, and its arguments
  std::string folder = {};         // where it works; empty: here
  std::vector<std::pair<std::string, std::string>> environment = {};  // beside ours, or instead; it speaks English
};

struct Ended {
  int status = 0;      // as a shell counts: of a program that a signal ended, 128 and the signal
  std::string output;  // all of it
  std::string errors;
};

// Waits until it ends. Its standard input, and the terminal where it may ask for a password, are ours. A failure: it
// could not be started at all.
Result<Ended> run_program(const ProgramCall&);

}  // namespace causerie
