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

}  // namespace causerie
