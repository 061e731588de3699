#include <fmt/format.h>

#include "commands/command.h"
#include "pages/shape_reference.h"

namespace causerie {
namespace {

Answer theme(const Arguments& arguments) {
  Answer answer;
  if (arguments.words[0] == "shapes") {
    answer.output = shape_reference();
  } else {
    answer.wrong_usage = {fmt::format("'theme {}' is not a command", arguments.words[0]), "it is one of: shapes"};
  }
  return answer;
}

}  // namespace

extern const Command theme_command;
const Command theme_command = {
    .name = "theme",
    .words = "shapes",
    .summary = "list the names that each layout of a theme can use",
    .least_words = 1,
    .most_words = 1,
    .run = theme,
};

}  // namespace causerie
