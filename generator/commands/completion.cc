// `causerie completion`: prints the completion script for a shell.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "commands/command.h"
#include "commands/completion_scripts.h"

namespace causerie {
namespace {

Answer completion(const Arguments& arguments) {
  Answer answer;
  const auto shells = completion_shells();
  const auto found = std::ranges::find(shells, arguments.words[0], &CompletionShell::name);
  if (found != shells.end()) {
    answer.output = found->script();
    return answer;
  }
  std::vector<std::string> names;
  for (const CompletionShell& shell : shells) names.emplace_back(shell.name);
  answer.wrong_usage = {fmt::format("there is no completion script for '{}'", arguments.words[0]),
                        "it is one of: " + join(names, ", ")};
  return answer;
}

}  // namespace

extern const Command completion_command;
const Command completion_command = {
    .name = "completion",
    .words = "bash|zsh|fish",
    .summary = "print a completion script for a shell",
    .details =
        "bash  causerie completion bash > ~/.local/share/bash-completion/completions/causerie\n"
        "zsh   causerie completion zsh > DIR/_causerie, where DIR is one of $fpath\n"
        "fish  causerie completion fish > ~/.config/fish/completions/causerie.fish\n\n"
        "The Debian package installs them for you.",
    .least_words = 1,
    .most_words = 1,
    .run = completion,
};

}  // namespace causerie
