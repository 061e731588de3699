// Says everything that is wrong with a site, and writes nothing; the check itself is build/check_site.h.
#include <fmt/format.h>

#include <algorithm>

#include "build/check_site.h"
#include "commands/closing_line.h"
#include "commands/command.h"
#include "commands/site_wishes.h"
#include "system/clock.h"
#include "system/disk.h"
#include "system/progress.h"

namespace causerie {
namespace {

constexpr Option options[] = {base_url_option, drafts_option, future_option, clock_option, jobs_option, strict_option};

std::string closing_line(const Site& site, double seconds) {
  const auto shown = std::count_if(site.essays.begin(), site.essays.end(), [](const auto& e) { return e.is_shown; });
  const std::string_view what = shown == 1 ? "essay or page" : "essays and pages";
  return fmt::format("{} {} to show; {}; {:.2f} s\n", shown, what, conversation_and_schedule(site), seconds);
}

Answer check(const Arguments& arguments) {
  const double start = steady_seconds();
  Answer answer;
  const auto read = read_site_wishes(arguments, arguments.words.empty() ? "" : arguments.words[0]);
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const auto& wishes = std::get<SiteWishes>(read);
  answer.site_root = wishes.site;
  const auto files = disk_files(wishes.site, FollowLinks::yes);
  const Progress progress("checking", !arguments.has("quiet") && arguments.value("message-format") != "json");
  const auto notes = disk_files(join_path(wishes.site, ".causerie"), FollowLinks::no);
  SiteOptions options_with_notes = wishes.options;
  options_with_notes.past.notes = notes.get();
  const auto checked = check_site(*files, options_with_notes, answer.diagnostics);
  if (!checked) {
    answer.failure = checked.failure();
  } else if (!answer.diagnostics.has_errors()) {
    answer.closing = closing_line((*checked)->site, steady_seconds() - start);
  }
  return answer;
}

}  // namespace

extern const Command check_command;
const Command check_command = {
    .name = "check",
    .words = "[SITE]",
    .summary = "say everything that is wrong, and write nothing",
    .details =
        "It says what a build would say. A file of somebody's that is in the way of a page is found by a build alone.",
    .most_words = 1,
    .options = options,
    .run = check,
};

}  // namespace causerie
