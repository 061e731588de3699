// A command is a description and a function from arguments to an answer. It does not print or choose an exit status.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"

namespace causerie {

struct Option {
  std::string_view names;       // "-d,--destination"
  std::string_view value = {};  // the name of its value in help; empty: a flag
  std::string_view says;
};

// The arguments as the user wrote them. Options are keyed by their long name without dashes.
struct Arguments {
  std::map<std::string, std::string, std::less<>> options;  // a flag's value is empty
  std::vector<std::string> words;                           // positional arguments

  bool has(std::string_view option) const { return options.contains(option); }
  std::string value(std::string_view option, std::string_view otherwise = {}) const {
    const auto found = options.find(option);
    return found == options.end() ? std::string(otherwise) : found->second;
  }
};

// An invalid command line: exit status 2.
struct WrongUsage {
  std::string message;
  std::string hint;
};

// Diagnostics are about files of the site at `site_root`, where the source lines to show are read.
struct Answer {
  std::string output;   // lines for standard output
  std::string closing;  // likewise, but omitted with --quiet
  std::string remarks;  // lines for standard error, with --verbose
  Diagnostics diagnostics;
  bool may_shorten = false;  // many or equal messages may be summarised for people
  std::string site_root;
  std::optional<Failure> failure;
  std::optional<WrongUsage> wrong_usage;
  std::shared_ptr<const void> held = nullptr;  // kept until the program exits, which saves the time to free it
};

// Prints an answer while the command keeps running.
using Tell = std::function<void(const Answer&)>;

struct Command {
  std::string_view name;
  std::string_view words;         // its positional arguments: "[SITE]"
  std::string_view summary;       // one line
  std::string_view details = {};  // for its own help
  int least_words = 0;
  int most_words = 0;
  std::span<const Option> options = {};
  Answer (*run)(const Arguments&) = nullptr;
  Answer (*stay)(const Arguments&, const Tell&) = nullptr;  // instead of `run`: keeps running until stopped
};

// The table of commands. Each command is a constant in its own file, and is named only in this table.
std::span<const Command* const> commands();

// Options that every command takes.
std::span<const Option> shared_options();

// What an argument or an option's value may be, parsed from the table of commands for completion, the manual page and
// the check of the command line; help shows the text of the table as it is.

// `on|off` and words in lower case are literal choices; anything else names a value that the user chooses.
struct WordShape {
  std::string_view name;                  // "DIR", or all choices: "on|off"
  std::vector<std::string_view> choices;  // empty: anything
  bool is_folder() const { return name == "DIR" || name == "SITE"; }
  bool is_file() const { return name == "FILE"; }
  bool is_command() const { return name == "COMMAND"; }
};

// Parses "drafts|scheduled [SITE]" or an option's value; a word in brackets is optional.
std::vector<WordShape> word_shapes(std::string_view words);

}  // namespace causerie
