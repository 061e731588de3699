// The table, the exit status, nothing else.
#include <cstdio>

#include "commands/command_line.h"
#include "commands/report.h"
#include "system/terminal.h"

int main(int argc, char** argv) {
  using namespace causerie;
  const auto parsed = parse_command_line(argc, argv);
  const auto* invocation = std::get_if<Invocation>(&parsed);
  Answer answer;
  ReportStyle style;
  std::string color = "auto";
  if (invocation != nullptr) {
    answer = invocation->command->run(invocation->arguments);
    color = invocation->arguments.value("color", color);
    style.is_quiet = invocation->arguments.has("quiet");
    if (invocation->arguments.value("message-format") == "json") style.format = MessageFormat::json;
  } else {
    answer.wrong_usage = std::get<WrongUsage>(parsed);
    if (asks_for_json(argc, argv)) style.format = MessageFormat::json;
  }
  style.has_color = color == "always" || (color == "auto" && wants_color());
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
