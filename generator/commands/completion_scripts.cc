#include "commands/completion_scripts.h"

#include "base/text.h"

namespace causerie {

std::span<const CompletionShell> completion_shells() {
  static constexpr CompletionShell shells[] = {
      {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};
  return shells;
}

std::vector<Option> all_options(const Command& command) {
  static constexpr Option help = {"-h,--help", {}, "show how to use this command"};
  std::vector<Option> options(command.options.begin(), command.options.end());
  options.insert(options.end(), shared_options().begin(), shared_options().end());
  options.push_back(help);
  return options;
}

std::vector<std::string> names_of(const Option& option) {
  const auto names = split(option.names, ',');
  return {names.begin(), names.end()};
}

std::string choices_of(const WordShape& shape) {
  std::vector<std::string> words(shape.choices.begin(), shape.choices.end());
  for (const Command* command : commands()) {
    if (shape.is_command()) words.emplace_back(command->name);
  }
  return join(words, " ");
}

}  // namespace causerie
