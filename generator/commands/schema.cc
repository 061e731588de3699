#include <fmt/format.h>

#include "base/text.h"
#include "commands/command.h"
#include "content/json_schema.h"

namespace causerie {
namespace {

Answer schema(const Arguments& arguments) {
  Answer answer;
  std::vector<std::string> names;
  for (const SchemaKind& kind : schema_kinds()) {
    if (kind.name == arguments.words[0]) {
      answer.output = kind.schema();
      return answer;
    }
    names.emplace_back(kind.name);
  }
  answer.wrong_usage = {fmt::format("there is no schema for '{}'", arguments.words[0]),
                        "it is one of: " + join(names, ", ")};
  return answer;
}

}  // namespace

extern const Command schema_command;
const Command schema_command = {
    .name = "schema",
    .words = "site|series|essay|comment",
    .summary = "print a JSON Schema, with which an editor can check keys",
    .details =
        "schema site     for site.yaml\n"
        "schema series   for a series.yaml\n"
        "schema essay    for the front matter of an essay\n"
        "schema comment  for a comment file\n\n"
        "Save it, and name it in the first line of a YAML file:\n"
        "# yaml-language-server: $schema=site.schema.json",
    .least_words = 1,
    .most_words = 1,
    .run = schema,
};

}  // namespace causerie
