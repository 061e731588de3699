#include "support/run.h"

#include "commands/command_line.h"

namespace causerie {

Report run_causerie(const std::vector<std::string>& words) {
  std::vector<const char*> pointers{"causerie"};
  for (const std::string& word : words) pointers.push_back(word.c_str());
  const auto parsed = parse_command_line(static_cast<int>(pointers.size()), pointers.data());
  Answer answer;
  ReportStyle style;
  if (const auto* invocation = std::get_if<Invocation>(&parsed)) {
    const auto& [command, arguments] = *invocation;
    if (arguments.value("message-format") == "json") style.format = MessageFormat::json;
    answer = command->stay == nullptr ? command->run(arguments) : command->stay(arguments, [](const Answer&) {});
  } else {
    answer.wrong_usage = std::get<WrongUsage>(parsed);
  }
  return report(answer, style);
}

}  // namespace causerie
