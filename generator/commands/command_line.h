// Parses a command line into a command and its arguments, according to the table of commands.
#pragma once

#include <string>
#include <variant>

#include "commands/command.h"

namespace causerie {

struct Invocation {
  const Command* command = nullptr;
  Arguments arguments;
};

std::variant<Invocation, WrongUsage> parse_command_line(int argc, const char* const* argv);

// True if a command line, even an invalid one, requests JSON.
bool asks_for_json(int argc, const char* const* argv);

// The help of one command, or of all if it is null.
std::string help_text(const Command*);

}  // namespace causerie
