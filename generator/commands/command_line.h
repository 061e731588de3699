// The words of a command line to a command and its arguments, by the table of commands.
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

// Whether a command line that cannot be understood asks for JSON all the same.
bool asks_for_json(int argc, const char* const* argv);

// The help of one command, or of all where it is null.
std::string help_text(const Command*);

}  // namespace causerie
