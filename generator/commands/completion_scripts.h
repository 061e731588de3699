// Completion for each shell, made from the table of commands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.h"

namespace causerie {

struct CompletionShell {
  std::string_view name;
  std::string (*script)();
};

std::span<const CompletionShell> completion_shells();

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

// A command's own options, then those of all.
std::vector<Option> all_options(const Command&);
std::vector<std::string> names_of(const Option&);  // "-d", "--destination"
// The words that may stand there, joined by blanks; empty where anything may, files and folders too.
std::string choices_of(const WordShape&);

}  // namespace causerie
