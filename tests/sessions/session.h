// A session: prose with commands, what they print and how they end. The format is in tests/README.md.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace causerie::sessions {

// What a command printed, or should. A line that ends in ` (re)` stands for all that its pattern (POSIX extended, the
// whole line) matches.
struct Transcript {
  std::vector<std::string> errors;  // standard error, by line
  std::vector<std::string> output;
  int exit_status = 0;
};

struct Step {
  enum class Kind { prose, file, command };
  Kind kind = Kind::prose;
  int line = 0;      // in the session's file, from 1
  std::string text;  // prose as it stands, a file's bytes, or the command
  std::string file;  // its name
  Transcript expected;
};

struct Session {
  std::vector<Step> steps;
  std::string fault;  // not empty: the file is not written as it should be
};

Session read_session(std::string_view text);

// Runs all steps in one shell, in an empty folder; one transcript for each step (empty ones for prose and files).
std::vector<Transcript> run_session(const Session&);

// Empty where all is as expected.
std::string transcript_difference(const Transcript& expected, const Transcript& actual);

// The session's text with what was really printed. Patterns that hold stay; a number of seconds becomes one.
std::string written_session(const Session&, const std::vector<Transcript>& actual);

}  // namespace causerie::sessions
