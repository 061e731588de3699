// Completion scripts for each shell, generated from the table of commands.
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

// A command's own options, then the shared ones.
std::vector<Option> all_options(const Command&);
std::vector<std::string> names_of(const Option&);  // "-d", "--destination"
// The possible words, joined by spaces; empty if anything is possible, including files and folders.
std::string choices_of(const WordShape&);

}  // namespace causerie
