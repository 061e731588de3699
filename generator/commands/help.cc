#include "base/text.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/manual.h"

namespace causerie {
namespace {

constexpr Option options[] = {{"--man", {}, "print everything as a manual page, for man"}};

Answer help(const Arguments& arguments) {
  Answer answer;
  if (arguments.has("man")) {
    answer.output = manual_page();
    return answer;
  }
  if (arguments.words.empty()) {
    answer.output = help_text(nullptr);
    return answer;
  }
  std::vector<std::string_view> names;
  for (const Command* command : commands()) {
    if (command->name == arguments.words[0]) {
      answer.output = help_text(command);
      return answer;
    }
    names.push_back(command->name);
  }
  answer.wrong_usage = {"there is no command '" + arguments.words[0] + "'",
                        did_you_mean(arguments.words[0], std::span<const std::string_view>(names))};
  return answer;
}

}  // namespace

extern const Command help_command;
const Command help_command = {
    .name = "help",
    .words = "[COMMAND]",
    .summary = "explain all commands, or one of them",
    .most_words = 1,
    .options = options,
    .run = help,
};

}  // namespace causerie
