// `causerie serve`: shows the site while it is being written; the preview itself is in serve/serve_site.h.
#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/printable.h"
#include "commands/report.h"
#include "commands/site_request.h"
#include "serve/overlay.h"
#include "serve/serve_site.h"

namespace causerie {
namespace {

constexpr std::string_view usual_port = "1849";  // the year of Sainte-Beuve's first Causerie du lundi
constexpr std::string_view usual_editor = "vscode://file{file}:{line}:{column}";
constexpr std::size_t most_named = 3;

constexpr Option options[] = {
    {"-p,--port", "N", "the port (default: 1849, or the next free one; 0: any)"},
    {"--bind", "ADDRESS", "the address to listen on (default: 127.0.0.1, for this machine only)"},
    {"--open", {}, "open the site in a browser"},
    {"--follow", {}, "open browser pages go to the essay that you save"},
    {"--editor", "ADDRESS",
     "the address that links in error messages open (default: vscode://file{file}:{line}:{column})"},
    {"--poll", {}, "check every file twice a second, for folders that other machines change"},
};

std::variant<ServeOptions, WrongUsage> read_options(const Arguments& arguments) {
  ServeOptions request;
  const auto site = find_site(arguments, arguments.words.empty() ? "" : arguments.words[0]);
  if (const auto* wrong = std::get_if<WrongUsage>(&site)) return *wrong;
  request.site = std::get<std::string>(site);
  const std::string port = arguments.value("port", usual_port);
  if (!is_digits(port) || port.size() > 5 || std::stoi(port) > 65535)
    return WrongUsage{"--port must be a number from 0 to 65535", "leave it out to use 1849, or the next free port"};
  request.port = std::stoi(port);
  request.address = arguments.value("bind", request.address);
  if (request.address.starts_with('[') && request.address.ends_with(']'))
    request.address = request.address.substr(1, request.address.size() - 2);
  request.opens = arguments.has("open");
  request.follows = arguments.has("follow");
  request.polls = arguments.has("poll");
  return request;
}

std::string name_of_reason(RoundReason reason) {
  switch (reason) {
    case RoundReason::first:
      return "made";
    case RoundReason::saved:
      return "changed: ";
    case RoundReason::another_day:
      return "a new day has begun";
    case RoundReason::folder_gone:
      return "the site's folder is gone";
    default:
      return "the site's folder is back";
  }
}

std::string round_line(const Round& round) {
  std::string what = name_of_reason(round.reason);
  const std::size_t count = round.saved.size();
  for (std::size_t i = 0; i < std::min(count, most_named); ++i)
    what += (i > 0 ? ", " : "") + printable_path(round.saved[i]);
  if (count > most_named) what += fmt::format(" and {} more", count - most_named);
  return fmt::format("{}; {:.2f} s\n", what, round.seconds);
}

// Reports each round as a build would; warnings only if they differ from the last round's.
class Teller {
 public:
  Teller(std::string site, std::string editor, const Tell& tell)
      : site_(std::move(site)), editor_(std::move(editor)), tell_(tell) {}

  std::string round(const Round& round) {
    Answer answer;
    answer.site_root = site_;
    answer.failure = round.failure;
    answer.closing = round_line(round);
    const std::vector<Diagnostic> found = round.diagnostics.sorted();
    if (round.diagnostics.has_errors() || found != last_) answer.diagnostics = round.diagnostics;
    last_ = found;
    tell_(answer);
    return round.is_good() ? "" : over_the_page(answer);
  }

  void say(std::string line) const {
    Answer answer;
    answer.output = std::move(line);
    tell_(answer);
  }

  void remark(const std::string& line) const {
    Answer answer;
    answer.closing = line + "\n";
    tell_(answer);
  }

 private:
  std::string over_the_page(const Answer& answer) const {
    std::vector<ShownFault> faults;
    for (const ReportedDiagnostic& one : reported(answer.diagnostics, site_)) {
      faults.push_back(
          {one.location, editor_address(editor_, join_path(site_, one.file), one.at.line, one.at.column), one.text});
    }
    Answer failure;
    failure.failure = answer.failure;
    return overlay_html(faults, count_of(answer.diagnostics) + report(failure, {}).standard_error);
  }

  std::string site_, editor_;
  const Tell& tell_;
  std::vector<Diagnostic> last_;
};

Answer serve(const Arguments& arguments, const Tell& tell) {
  Answer answer;
  const auto read = read_options(arguments);
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const auto& request = std::get<ServeOptions>(read);
  Teller teller(request.site, arguments.value("editor", usual_editor), tell);
  const bool is_for_all =
      !request.address.starts_with("127.") && request.address != "localhost" && request.address != "::1";
  const ServeTalk talk{
      .remark = [&](const std::string& message) { teller.remark(message); },
      .is_there =
          [&](const std::string& address) {
            if (is_for_all) teller.remark("anyone who can reach this address can read what is not published yet");
            teller.say(fmt::format("The site is at {} until Ctrl-C\n", address));
          },
      .round = [&](const Round& round) { return teller.round(round); },
  };
  const auto served = serve_site(request, talk);
  if (!served) answer.failure = served.failure();
  return answer;
}

}  // namespace

extern const Command serve_command;
const Command serve_command = {
    .name = "serve",
    .words = "[SITE]",
    .summary = "preview the site in a browser while you write",
    .details =
        "The site is built in memory each time you save, with drafts and scheduled essays, and the browser shows it at "
        "once.\n"
        "Nothing is written.",
    .most_words = 1,
    .options = options,
    .stay = serve,
};

}  // namespace causerie
