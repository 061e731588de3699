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
  answer.wrong_usage = {fmt::format("there is no schema of '{}'", arguments.words[0]),
                        "it is one of: " + join(names, ", ")};
  return answer;
}

}  // namespace

extern const Command schema_command;
const Command schema_command = {
    .name = "schema",
    .words = "site|series|essay|comment",
    .summary = "print a JSON Schema, by which editors check keys",
    .details =
        "schema site     of site.yaml\n"
        "schema series   of a series.yaml\n"
        "schema essay    of an essay's front matter\n"
        "schema comment  of a file of comments\n\n"
        "Save it, and name it in the first line of a YAML file:\n"
        "# yaml-language-server: $schema=site.schema.json",
    .least_words = 1,
    .most_words = 1,
    .run = schema,
};

}  // namespace causerie
