#include "commands/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "base/text.h"
#include "commands/command.h"

namespace causerie {
namespace {

std::string long_name(std::string_view names) { return std::string(names.substr(names.rfind("--") + 2)); }

const Command* command_named(std::string_view name) {
  const auto table = commands();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Command* c) { return c->name == name; });
  return found == table.end() ? nullptr : *found;
}

WrongUsage unknown_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  std::string hint = did_you_mean(name, std::span<const std::string_view>(names));
  if (hint.empty()) hint = "'causerie help' lists the commands";
  return {fmt::format("there is no command '{}'", name), hint};
}

constexpr Option help_option = {"-h,--help", {}, ""};

// Turns words into options and positional words by the conventions of POSIX (Utility Syntax Guidelines) and GNU:
// `-d DIR`, `-dDIR`, `-DF` for two flags, `--destination DIR`, `--destination=DIR`; `--` ends the options, which may
// also follow positional words. The last of two values counts.
class WordParser {
 public:
  WordParser(const Command& command, std::span<const std::string> words) : command_(command), words_(words) {
    for (const auto options : {command.options, shared_options(), std::span(&help_option, 1)}) {
      for (const Option& option : options) {
        for (const std::string_view name : split(option.names, ',')) by_name_.emplace(name, &option);
      }
    }
  }

  std::variant<Arguments, WrongUsage> parse() {
    bool are_options_over = false;
    while (next_ < words_.size() && !wrong_) {
      const std::string_view word = words_[next_++];
      if (are_options_over || word == "-" || !word.starts_with('-')) {
        arguments_.words.emplace_back(word);
      } else if (word == "--") {
        are_options_over = true;
      } else if (word.starts_with("--")) {
        take_long(word);
      } else {
        take_short(word);
      }
    }
    if (wrong_) return *std::move(wrong_);
    return std::move(arguments_);
  }

 private:
  void take_long(std::string_view word) {
    const std::string_view name = word.substr(0, word.find('='));
    const Option* option = find(name);
    if (option == nullptr) return;
    if (name.size() == word.size()) return take(*option, std::nullopt);
    const std::string_view value = word.substr(name.size() + 1);
    if (!option->value.empty()) return take(*option, value);
    wrong_ = WrongUsage{fmt::format("{} takes no value", name), fmt::format("write {}", name)};
  }

  void take_short(std::string_view word) {
    for (std::size_t i = 1; i < word.size() && !wrong_; ++i) {
      const std::string name = {'-', word[i]};
      const Option* option = find(name);
      if (option == nullptr) return;
      const std::string_view rest = word.substr(i + 1);
      if (!option->value.empty() && !rest.empty()) return take(*option, rest);
      take(*option, std::nullopt);
    }
  }

  const Option* find(std::string_view name) {
    const auto found = by_name_.find(name);
    if (found != by_name_.end()) return found->second;
    std::vector<std::string> names;
    for (const auto& [known, option] : by_name_) {
      if (known.starts_with("--")) names.emplace_back(known);
    }
    std::string hint = did_you_mean(name, std::span<const std::string>(names));
    if (const std::string lower = ascii_lower(name); lower != name && by_name_.contains(lower))
      hint = fmt::format("did you mean '{}'?", lower);
    if (hint.empty()) hint = fmt::format("'causerie help {}' lists its options", command_.name);
    wrong_ = WrongUsage{fmt::format("'{}' has no option '{}'", command_.name, name), std::move(hint)};
    return nullptr;
  }

  // Without a value of its own, an option takes the next word, unless that is an option itself.
  void take(const Option& option, std::optional<std::string_view> value) {
    const std::string name = long_name(option.names);
    if (!option.value.empty() && !value && next_ < words_.size()) {
      const std::string_view next = words_[next_];
      if (next == "-" || !next.starts_with('-')) value = words_[next_++];
    }
    if (!option.value.empty() && value.value_or("").empty()) {
      wrong_ = WrongUsage{fmt::format("--{} needs a value", name), fmt::format("write --{} {}", name, option.value)};
      return;
    }
    arguments_.options.insert_or_assign(name, std::string(value.value_or("")));
  }

  const Command& command_;
  const std::span<const std::string> words_;
  std::map<std::string_view, const Option*> by_name_;
  std::size_t next_ = 0;
  Arguments arguments_;
  std::optional<WrongUsage> wrong_;
};

std::optional<WrongUsage> wrong_choice(const Option& option, std::string_view value) {
  if (option.value.empty()) return std::nullopt;
  const auto choices = word_shapes(option.value)[0].choices;
  if (choices.empty() || std::ranges::find(choices, value) != choices.end()) return std::nullopt;
  const std::vector<std::string> names(choices.begin(), choices.end());
  return WrongUsage{fmt::format("--{} cannot be '{}'", long_name(option.names), value),
                    "it is one of: " + join(names, ", ")};
}

std::string option_lines(std::span<const Option> options) {
  std::string text;
  for (const Option& option : options) {
    std::string names = replace_all(option.names, ",", ", ");
    if (option.names.starts_with("--")) names = "    " + names;
    if (!option.value.empty()) names += fmt::format(" {}", option.value);
    text += fmt::format("  {:<32} {}\n", names, option.says);
  }
  return text;
}

}  // namespace

std::variant<Invocation, WrongUsage> parse_command_line(int argc, const char* const* argv) {
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (words.empty() || words[0] == "--help" || words[0] == "-h") return Invocation{command_named("help"), {}};
  if (words[0] == "--version") words[0] = "version";
  if (words[0].starts_with("-")) {
    return WrongUsage{fmt::format("expected a command first, not '{}'", words[0]),
                      "for example: causerie build " + words[0]};
  }
  const Command* command = command_named(words[0]);
  if (command == nullptr) return unknown_command(words[0]);

  auto parsed = WordParser(*command, std::span(words).subspan(1)).parse();
  if (auto* wrong = std::get_if<WrongUsage>(&parsed)) return std::move(*wrong);
  Invocation invocation{command, std::get<Arguments>(std::move(parsed))};
  if (invocation.arguments.has("help")) return Invocation{command_named("help"), {{}, {std::string(command->name)}}};
  const int count = static_cast<int>(invocation.arguments.words.size());
  if (count < command->least_words || count > command->most_words) {
    return WrongUsage{
        fmt::format("'{}' is used like this: causerie {} {}", command->name, command->name, command->words),
        fmt::format("'causerie help {}' explains it", command->name)};
  }
  for (const auto options : {command->options, shared_options()}) {
    for (const Option& option : options) {
      const auto given = invocation.arguments.options.find(long_name(option.names));
      if (given == invocation.arguments.options.end()) continue;
      if (auto wrong = wrong_choice(option, given->second)) return *std::move(wrong);
    }
  }
  return invocation;
}

bool asks_for_json(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--message-format=json") return true;
    if (word == "--message-format" && i + 1 < argc && std::string_view(argv[i + 1]) == "json") return true;
  }
  return false;
}

std::string help_text(const Command* command) {
  if (command == nullptr) {
    std::string text =
        "Causerie builds a website from series of essays and the comments on them.\n\n"
        "causerie COMMAND …\n\n";
    for (const Command* one : commands()) {
      text += fmt::format("  {:<34} {}\n", fmt::format("{} {}", one->name, one->words), one->summary);
    }
    return text + "\n'causerie help COMMAND' explains one of them.\n";
  }
  std::string text = fmt::format("causerie {} {}\n\n{}\n", command->name, command->words, command->summary);
  if (!command->details.empty()) text += fmt::format("\n{}\n", command->details);
  if (!command->options.empty()) text += "\n" + option_lines(command->options);
  return text + "\n" + option_lines(shared_options());
}

}  // namespace causerie
