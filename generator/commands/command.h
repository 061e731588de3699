// A command is a description and a function from values to an answer. It prints nothing and decides no exit status.
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
  std::string_view value = {};  // what to call its value in help; empty: a flag
  std::string_view says;
};

// What the user wrote. Options go by their long name without dashes.
struct Arguments {
  std::map<std::string, std::string, std::less<>> options;  // a flag's value is empty
  std::vector<std::string> words;                           // positional ones

  bool has(std::string_view option) const { return options.contains(option); }
  std::string value(std::string_view option, std::string_view otherwise = {}) const {
    const auto found = options.find(option);
    return found == options.end() ? std::string(otherwise) : found->second;
  }
};

// A command line that cannot be meant: exit status 2.
struct WrongUsage {
  std::string message;
  std::string hint;
};

// Diagnostics are about files of the site at `site_root`, where their lines are looked up.
struct Answer {
  std::string output;   // lines for standard output
  std::string closing;  // the same, but left out by --quiet
  Diagnostics diagnostics;
  std::string site_root;
  std::optional<Failure> failure;
  std::optional<WrongUsage> wrong_usage;
  std::shared_ptr<const void> held = nullptr;  // what the program keeps until it ends: nobody waits for it to be freed
};

// Prints an answer, while the command that gives it goes on.
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
  Answer (*stay)(const Arguments&, const Tell&) = nullptr;  // instead of it: goes on until it is stopped
};

// The table: each command is a constant of its own file, named there and nowhere else.
std::span<const Command* const> commands();

// Options that every command takes.
std::span<const Option> shared_options();

// What may stand for a word of the table of commands: help shows such words as they are, and completion, the manual
// page and the check of what was typed all read them here.

// `on|off` and a word in lower case are choices, written as they are; whatever else is a name for the user's own.
struct WordShape {
  std::string_view name;                  // "DIR"; of choices the whole of them
  std::vector<std::string_view> choices;  // empty: anything
  bool is_folder() const { return name == "DIR" || name == "SITE"; }
  bool is_file() const { return name == "FILE"; }
  bool is_command() const { return name == "COMMAND"; }
};

// Of "drafts|scheduled [SITE]" or of an option's value; brackets around a word mean that it may be left out.
std::vector<WordShape> word_shapes(std::string_view words);

}  // namespace causerie
