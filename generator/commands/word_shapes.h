// What may stand for a word of the table of commands: help shows such words as they are, and completion, the manual
// page and the check of what was typed all read them here.
#pragma once

#include <string_view>
#include <vector>

namespace causerie {

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
