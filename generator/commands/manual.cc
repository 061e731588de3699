#include "commands/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "commands/command.h"

namespace causerie {
namespace {

constexpr std::string_view description =
    ".SH DESCRIPTION\n"
    "Causerie builds a website from series of essays and the comments on them.\n"
    "A site is a folder with a file\n"
    ".I site.yaml\n"
    "and a folder\n"
    ".IR content ;\n"
    "commands look for it in the current folder, then in the folders above.\n";

constexpr std::string_view statuses =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nDone.\n"
    ".TP\n.B 1\nThe content has errors. Nothing was written.\n"
    ".TP\n.B 2\nThe command line is wrong.\n"
    ".TP\n.B 3\nThe system refused an operation, or a file that Causerie did not write is in the way.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR\nIf it is set, messages are not coloured.\n"
    ".SH FILES\n"
    ".TP\n.I site.yaml\nThe settings of the site.\n"
    ".TP\n.I public/\nThe site as it was built.\n"
    ".TP\n.I public/.causerie\\-files\nWhich of these files Causerie wrote, and may remove.\n"
    ".TP\n.I .causerie/\nA cache that speeds up builds. It may be deleted.\n";

// Escapes a text for roff: characters are shown literally, and no line begins with a control character.
std::string escaped(std::string_view text) {
  static constexpr std::pair<char, std::string_view> signs[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"},
                                                                {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};
  std::string result;
  for (const char c : text) {
    const auto sign = std::ranges::find(signs, c, &std::pair<char, std::string_view>::first);
    if (c == '.' && (result.empty() || result.back() == '\n')) result += "\\&";
    result += sign == std::end(signs) ? std::string(1, c) : std::string(sign->second);
  }
  return result;
}

std::string options(std::span<const Option> list) {
  std::string text;
  for (const Option& option : list) {
    const std::string names = replace_all(escaped(option.names), ",", "\\fR, \\fB");
    const std::string value = option.value.empty() ? "" : " \\fI" + escaped(option.value) + "\\fR";
    text += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", names, value, escaped(option.says));
  }
  return text;
}

std::string command_text(const Command& command) {
  std::string text = fmt::format(".SS causerie {}{}{}\n{}\n", command.name, command.words.empty() ? "" : " ",
                                 escaped(command.words), escaped(command.summary));
  if (!command.details.empty()) text += fmt::format(".PP\n.nf\n{}\n.fi\n", escaped(command.details));
  return text + options(command.options);
}

}  // namespace

std::string manual_page() {
  std::string text = ".TH CAUSERIE 1 \"\" \"Causerie " CAUSERIE_VERSION
                     "\" \"User Commands\"\n"
                     ".SH NAME\ncauserie \\- build a website from series of essays and their comments\n"
                     ".SH SYNOPSIS\n.B causerie\n.I COMMAND\n[\\fIWORD\\fR ...] [\\fIOPTION\\fR ...]\n";
  text += description;
  text += ".SH COMMANDS\n";
  for (const Command* command : commands()) text += command_text(*command);
  text += ".SH OPTIONS OF EVERY COMMAND\n" + options(shared_options());
  return text + std::string(statuses);
}

}  // namespace causerie
