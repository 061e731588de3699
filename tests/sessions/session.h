// A session: prose with commands, their output and exit status. tests/README.md describes the format.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace causerie::sessions {

// The actual or expected output of a command. An expected line that ends in ` (re)` is a pattern (POSIX extended) that
// must match the entire line.
struct Transcript {
  std::vector<std::string> errors;  // standard error, by line
  std::vector<std::string> output;
  int exit_status = 0;
};

struct Step {
  enum class Kind { prose, file, command };
  Kind kind = Kind::prose;
  int line = 0;      // in the session's file, from 1
  std::string text;  // prose as it is, a file's bytes, or the command
  std::string file;  // its name
  Transcript expected;
};

struct Session {
  std::vector<Step> steps;
  std::string fault;  // not empty: the file is malformed
};

Session read_session(std::string_view text);

// Runs all steps in one shell, in an empty folder. Returns one transcript per step (empty for prose and files).
std::vector<Transcript> run_session(const Session&);

// Empty if everything is as expected.
std::string transcript_difference(const Transcript& expected, const Transcript& actual);

// The session's text with the actual output. Matching patterns stay; a number of seconds becomes a pattern.
std::string written_session(const Session&, const std::vector<Transcript>& actual);

}  // namespace causerie::sessions
