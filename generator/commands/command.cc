#include "commands/command.h"

#include <array>

namespace causerie {

extern const Command build_command, check_command, deploy_command, list_command, new_command, schema_command,
    theme_command, version_command, help_command;

std::span<const Command* const> commands() {
  static constexpr std::array table = {&build_command,  &check_command, &deploy_command,  &list_command, &new_command,
                                       &schema_command, &theme_command, &version_command, &help_command};
  return table;
}

std::span<const Option> shared_options() {
  static constexpr Option options[] = {
      {"-s,--site", "DIR", "the site's folder (default: here, or the nearest folder above with site.yaml)"},
      {"--quiet", {}, "errors and answers only"},
      {"--color", "WHEN", "auto, always or never; NO_COLOR is heeded"},
      {"--message-format", "FORMAT", "human, or json: an object a line"},
  };
  return options;
}

}  // namespace causerie
