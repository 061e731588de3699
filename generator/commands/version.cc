#include "commands/command.h"

namespace causerie {
namespace {

Answer version(const Arguments&) {
  Answer answer;
  answer.output = "causerie " CAUSERIE_VERSION "\n";
  return answer;
}

}  // namespace

extern const Command version_command;
const Command version_command = {
    .name = "version",
    .words = "",
    .summary = "print the version",
    .run = version,
};

}  // namespace causerie
