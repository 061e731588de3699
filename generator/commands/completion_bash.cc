#include <fmt/format.h>

#include "base/text.h"
#include "commands/completion_scripts.h"

namespace causerie {
namespace {

// `places` contains the possible words for each positional argument after the command, `values` those for the value of
// an option. Bash splits words at `=`.
constexpr std::string_view beginning = R"(# Completion of causerie for bash, made by 'causerie completion bash'.

_causerie_words() {
  case $1 in
    DIR) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$2") ;;
    FILE) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$2") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2") ;;
  esac
}

_causerie() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} at word place=0 options=
  local -A values=()
  local -a places=()
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _causerie_words ")";

constexpr std::string_view end = R"(  esac
  if [[ $current == '=' ]]; then
    current=
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ -n $previous && -n ${values[$previous]+set} ]]; then
    _causerie_words "${values[$previous]}" "$current"
  elif [[ $current == -* ]]; then
    _causerie_words "$options" "$current"
  else
    for ((at = 2; at < COMP_CWORD; ++at)); do
      word=${COMP_WORDS[at]}
      if [[ -n $word && -n ${values[$word]+set} ]]; then
        if [[ ${COMP_WORDS[at + 1]} == '=' ]]; then ((++at)); fi
        ((++at))
      elif [[ $word != -* ]]; then
        ((++place))
      fi
    done
    _causerie_words "${places[place]}" "$current"
  fi
}

complete -F _causerie causerie
)";

std::string kind_of(const WordShape& shape) {
  return shape.is_folder() ? "DIR" : shape.is_file() ? "FILE" : choices_of(shape);
}

}  // namespace

std::string bash_completion() {
  std::string script(beginning);
  for (const Command* command : commands()) script += std::string(command->name) + " ";
  script.back() = '"';
  script += " \"$current\"\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Command* command : commands()) {
    std::string options, values, positions;
    for (const Option& option : all_options(*command)) {
      for (const std::string& name : names_of(option)) {
        options += (options.empty() ? "" : " ") + name;
        if (option.value.empty()) continue;
        values += fmt::format(" [{}]=\"{}\"", name, kind_of(word_shapes(option.value)[0]));
      }
    }
    for (const WordShape& shape : word_shapes(command->words)) positions += fmt::format(" \"{}\"", kind_of(shape));
    script += fmt::format("    {})\n      options=\"{}\"\n      values=({})\n      places=({})\n      ;;\n",
                          command->name, options, trim(values), trim(positions));
  }
  return script + std::string(end);
}

}  // namespace causerie
