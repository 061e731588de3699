// The entry point: parses the command line, runs the command and returns its exit status.
#include <cstdio>

#include "commands/command_line.h"
#include "commands/report.h"
#include "system/terminal.h"

namespace {

using namespace causerie;

// Prints the report of the answer. Returns the exit status.
int print(const Answer& answer, const ReportStyle& style) {
  const Report said = report(answer, style);
  std::fwrite(said.standard_error.data(), 1, said.standard_error.size(), stderr);
  const bool is_written =
      std::fwrite(said.standard_output.data(), 1, said.standard_output.size(), stdout) == said.standard_output.size();
  if (!is_written || std::fflush(stdout) != 0) {
    std::fputs("causerie: error: cannot write to standard output\n", stderr);
    return 3;
  }
  return said.exit_status;
}

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = parse_command_line(argc, argv);
  const auto* invocation = std::get_if<Invocation>(&parsed);
  ReportStyle style;
  std::string color = "auto";
  bool wants_json = asks_for_json(argc, argv);
  if (invocation != nullptr) {
    color = invocation->arguments.value("color", color);
    style.is_quiet = invocation->arguments.has("quiet");
    style.is_verbose = invocation->arguments.has("verbose");
    style.shows_all = invocation->arguments.has("all-messages");
    wants_json = invocation->arguments.value("message-format") == "json";
  }
  if (wants_json) style.format = MessageFormat::json;
  style.has_color = color == "always" || (color == "auto" && wants_color());
  if (invocation == nullptr) {
    Answer answer;
    answer.wrong_usage = std::get<WrongUsage>(parsed);
    return print(answer, style);
  }
  const auto& [command, arguments] = *invocation;
  if (command->stay == nullptr) {
    // Never freed: the system reclaims it at once, and freeing its parts could take longer than making the pages.
    static const Answer& answer = *new Answer(command->run(arguments));
    return print(answer, style);
  }
  return print(command->stay(arguments, [&](const Answer& answer) { print(answer, style); }), style);
}
