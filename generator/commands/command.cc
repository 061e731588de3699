#include "commands/command.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace causerie {
extern const Command build_command, serve_command, check_command, deploy_command, list_command, new_command,
    schema_command, theme_command, completion_command, version_command, help_command;

std::span<const Command* const> commands() {
  static constexpr std::array table = {
      &build_command,  &serve_command, &check_command,      &deploy_command,  &list_command, &new_command,
      &schema_command, &theme_command, &completion_command, &version_command, &help_command,
  };
  return table;
}

std::span<const Option> shared_options() {
  static constexpr Option options[] = {
      {"-s,--site", "DIR", "the site's folder (default: this folder, or the nearest one above it with a site.yaml)"},
      {"-q,--quiet", {}, "print only errors and results"},
      {"--verbose", {}, "report also if earlier work could not be reused, and why"},
      {"--color", "auto|always|never", "whether to colour messages; NO_COLOR is respected"},
      {"--message-format", "human|json", "json: one object per line"},
  };
  return options;
}

std::vector<WordShape> word_shapes(std::string_view words) {
  std::vector<WordShape> shapes;
  for (std::string_view word : split(words, ' ')) {
    if (word.starts_with('[') && word.ends_with(']')) word = word.substr(1, word.size() - 2);
    if (word.empty()) continue;
    WordShape& shape = shapes.emplace_back(WordShape{word, {}});
    const bool is_own_word = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_own_word) shape.choices = split(word, '|');
  }
  return shapes;
}

}  // namespace causerie
