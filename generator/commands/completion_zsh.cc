#include <fmt/format.h>

#include "base/text.h"
#include "commands/completion_scripts.h"

namespace causerie {
namespace {

constexpr std::string_view beginning = R"(#compdef causerie
# Completion of causerie for zsh, made by 'causerie completion zsh'.

_causerie() {
  local -a commands
  commands=(
)";

constexpr std::string_view middle = R"(  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  local curcontext="${curcontext%:*}-$words[1]:"
  case $words[1] in
)";

constexpr std::string_view end = R"(  esac
}

if [[ $funcstack[1] == _causerie ]]; then
  _causerie "$@"
else
  compdef _causerie causerie
fi
)";

// Escapes a text for single quotes; `[`, `]` and `:` are special to _arguments, `:` to _describe.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return result;
}

// The message and action of a completion: `NAME:(a b)`, `DIR:_files -/`.
std::string completed(const WordShape& shape) {
  const std::string choices = choices_of(shape);
  const std::string_view files = shape.is_folder() ? "_files -/" : shape.is_file() ? "_files" : " ";
  return fmt::format("{}:{}", escaped(choices.empty() ? shape.name : "word"),
                     choices.empty() ? std::string(files) : "(" + choices + ")");
}

std::string option_lines(const Option& option) {
  const std::vector<std::string> names = names_of(option);
  std::string lines;
  for (const std::string& name : names) {
    const std::string_view joint = option.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
    const std::string value = option.value.empty() ? "" : ":" + completed(word_shapes(option.value)[0]);
    lines += fmt::format("        '({}){}{}[{}]{}' \\\n", join(names, " "), name, joint, escaped(option.says), value);
  }
  return lines;
}

}  // namespace

std::string zsh_completion() {
  std::string script(beginning);
  for (const Command* command : commands()) {
    script += fmt::format("    '{}:{}'\n", command->name, escaped(command->summary));
  }
  script += middle;
  for (const Command* command : commands()) {
    script += fmt::format("    {})\n      _arguments -s \\\n", command->name);
    for (const Option& option : all_options(*command)) script += option_lines(option);
    int position = 0;
    for (const WordShape& shape : word_shapes(command->words)) {
      script += fmt::format("        '{}:{}' \\\n", ++position, completed(shape));
    }
    script.replace(script.rfind(" \\\n"), 3, "\n");
    script += "      ;;\n";
  }
  return script + std::string(end);
}

}  // namespace causerie
