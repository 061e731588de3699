#include <fmt/format.h>

#include "base/text.h"
#include "commands/completion_scripts.h"

namespace causerie {
namespace {

constexpr std::string_view beginning = R"(# Completion of causerie for fish, made by 'causerie completion fish'.

function __causerie_has_no_command
    test (count (commandline -opc)) -eq 1
end

function __causerie_runs --argument-names command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = $command
end

# Whether the next word is that of a place, from 0; behind the two, options that have a value.
function __causerie_is_at --argument-names command place
    __causerie_runs $command; or return 1
    set -l count 0
    set -l is_value no
    for word in (commandline -opc | tail -n +3)
        if test $is_value = yes
            set is_value no
        else if contains -- $word $argv[3..]
            set is_value yes
        else if not string match -q -- '-*' $word
            set count (math $count + 1)
        end
    end
    test $is_value = no; and test $count -eq $place
end

complete -c causerie -f
)";

std::string quoted(std::string_view text) {
  return "'" + replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

// The options of fish's `complete` that offer what the word may be.
std::string completed(const WordShape& shape) {
  if (shape.is_folder()) return " -a '(__fish_complete_directories)'";
  if (shape.is_file()) return " -F";
  const std::string choices = choices_of(shape);
  return choices.empty() ? "" : " -a " + quoted(choices);
}

}  // namespace

std::string fish_completion() {
  std::string script(beginning);
  for (const Command* command : commands()) {
    script += fmt::format("\ncomplete -c causerie -n __causerie_has_no_command -a {} -d {}\n", command->name,
                          quoted(command->summary));
    std::string valued;
    for (const Option& option : all_options(*command)) {
      script += fmt::format("complete -c causerie -n '__causerie_runs {}'", command->name);
      for (const std::string& name : names_of(option)) {
        script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        if (!option.value.empty()) valued += " " + name;
      }
      if (!option.value.empty()) {
        const WordShape shape = word_shapes(option.value)[0];
        script += (shape.is_file() ? " -r" : " -x") + completed(shape);
      }
      script += fmt::format(" -d {}\n", quoted(option.says));
    }
    int position = 0;
    for (const WordShape& shape : word_shapes(command->words)) {
      const std::string words = completed(shape);
      if (!words.empty()) {
        script += fmt::format("complete -c causerie -n '__causerie_is_at {} {}{}'{}\n", command->name, position, valued,
                              words);
      }
      ++position;
    }
  }
  return script;
}

}  // namespace causerie
