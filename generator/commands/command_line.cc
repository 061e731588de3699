#include "commands/command_line.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <list>

#include "base/text.h"
#include "commands/command.h"

namespace causerie {
namespace {

std::string long_name(std::string_view names) { return std::string(names.substr(names.rfind("--") + 2)); }

// An option and the value that CLI11 fills in while it parses.
struct Bound {
  const Option* option;
  CLI::Option* parsed;
  std::string value;
};

std::list<Bound> bind(CLI::App& app, std::span<const Option> options) {
  std::list<Bound> bound;  // a list, so that addresses of its elements stay valid
  for (const Option& option : options) {
    Bound& one = bound.emplace_back(Bound{&option, nullptr, {}});
    const std::string names(option.names);
    one.parsed = option.value.empty() ? app.add_flag(names) : app.add_option(names, one.value);
    // `--site=` without a value is an error; of `-s a -s b` the last counts.
    if (!option.value.empty()) one.parsed->take_last();
  }
  return bound;
}

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

// CLI11 reports what it could not parse; this adds the nearest option.
WrongUsage unusable(const Command& command, const std::string& message, const std::vector<std::string>& words) {
  std::vector<std::string> names;
  for (const auto options : {command.options, shared_options()}) {
    for (const Option& option : options) names.push_back("--" + long_name(option.names));
  }
  for (const std::string& word : words) {
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("--") || name == "--" || std::find(names.begin(), names.end(), name) != names.end() ||
        name == "--help")
      continue;
    std::string hint = did_you_mean(name, std::span<const std::string>(names));
    if (hint.empty()) hint = fmt::format("'causerie help {}' lists its options", command.name);
    return {fmt::format("'{}' has no option '{}'", command.name, name), hint};
  }
  // The last word is an option whose value is missing.
  for (const auto options : {command.options, shared_options()}) {
    for (const Option& option : options) {
      const bool is_last = ("," + std::string(option.names) + ",").find("," + words.back() + ",") != std::string::npos;
      if (is_last && !option.value.empty()) {
        return {fmt::format("{} needs a value", words.back()), fmt::format("write {} {}", words.back(), option.value)};
      }
    }
  }
  return {message, fmt::format("'causerie help {}' shows how to write it", command.name)};
}

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

  CLI::App app;
  app.set_help_flag();
  bool wants_help = false;
  app.add_flag("-h,--help", wants_help);
  std::list<Bound> bound = bind(app, command->options);
  bound.splice(bound.end(), bind(app, shared_options()));
  Invocation invocation{command, {}};
  app.add_option("words", invocation.arguments.words);
  std::vector<std::string> reversed(words.rbegin(), words.rend() - 1);  // the order that CLI11 expects
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return unusable(*command, error.what(), words);
  }
  if (wants_help) return Invocation{command_named("help"), {{}, {std::string(command->name)}}};
  const int count = static_cast<int>(invocation.arguments.words.size());
  if (count < command->least_words || count > command->most_words) {
    return WrongUsage{
        fmt::format("'{}' is used like this: causerie {} {}", command->name, command->name, command->words),
        fmt::format("'causerie help {}' explains it", command->name)};
  }
  for (const Bound& one : bound) {
    if (one.parsed->count() == 0) continue;
    const std::string name = long_name(one.option->names);
    if (!one.option->value.empty() && one.value.empty()) {
      return WrongUsage{fmt::format("--{} needs a value", name), fmt::format("write --{} {}", name, one.option->value)};
    }
    if (auto wrong = wrong_choice(*one.option, one.value)) return *wrong;
    invocation.arguments.options.emplace(name, one.value);
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
