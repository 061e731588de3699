// `causerie check`: reports everything that is wrong with a site, without writing its output; the check itself is in
// pipeline/check_site.h.
#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "commands/command.h"
#include "commands/report.h"
#include "commands/site_request.h"
#include "content/build_cache.h"
#include "pipeline/check_site.h"
#include "pipeline/outside/check_outside.h"
#include "system/clock.h"
#include "system/disk.h"
#include "system/terminal.h"

namespace causerie {
namespace {

constexpr Option options[] = {
    {"--external", {}, "check whether links to other sites still work"},
    {"--comments", {}, "with --external: also check links in readers' comments"},
    base_url_option,
    drafts_option,
    future_option,
    clock_option,
    jobs_option,
    strict_option,
};

Result<OutsideCount> check_external(const PreparedSite& prepared, const Arguments& arguments,
                                    const SiteRequest& request, BuildCache& cache, Diagnostics& diagnostics) {
  const auto client = http_client();
  if (!client) return client.failure();
  OutsideOptions outside;
  outside.whose = arguments.has("comments") ? LinksOf::writers_and_readers : LinksOf::writers;
  outside.strict = request.options.strict;
  auto count = check_outside(prepared, outside, **client, cache.store(), now(), diagnostics);
  diagnostics.remove_notes(prepared.site.file().quiet);
  return count;
}

std::string closing_line(const Site& site, const std::string& outside, double seconds) {
  const auto shown = std::count_if(site.essays.begin(), site.essays.end(), [](const auto& e) { return e.is_shown; });
  const std::string_view what = shown == 1 ? "essay or page" : "essays and pages";
  return fmt::format("{} {} to show; {}; {}{:.2f} s\n", shown, what, conversation_and_schedule(summary_of(site)),
                     outside, seconds);
}

Answer check(const Arguments& arguments) {
  const double start = steady_seconds();
  Answer answer;
  const auto read = read_site_request(arguments, arguments.words.empty() ? "" : arguments.words[0]);
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const auto& request = std::get<SiteRequest>(read);
  answer.site_root = request.site;
  if (arguments.has("comments") && !arguments.has("external")) {
    answer.wrong_usage = {"'--comments' only works together with '--external'",
                          "write 'causerie check --external --comments'"};
    return answer;
  }
  const auto files = disk_files(request.site, FollowLinks::yes);
  const Progress progress("checking", !arguments.has("quiet") && arguments.value("message-format") != "json");
  BuildCache cache = open_build_cache(request.site, HtmlPolicy::in_memory);
  const auto checked = check_site(*files, request.options, cache, answer.diagnostics);
  answer.remarks = cache.remark();
  if (!checked) {
    answer.failure = checked.failure();
    return answer;
  }
  std::string outside;
  if (arguments.has("external")) {
    const auto count = check_external(**checked, arguments, request, cache, answer.diagnostics);
    if (!count) {
      answer.failure = count.failure();
      return answer;
    }
    outside =
        fmt::format("{} outside link{}, {} asked now; ", count->links, count->links == 1 ? "" : "s", count->asked);
  }
  if (!answer.diagnostics.has_errors())
    answer.closing = closing_line((*checked)->site, outside, steady_seconds() - start);
  return answer;
}

}  // namespace

extern const Command check_command;
const Command check_command = {
    .name = "check",
    .words = "[SITE]",
    .summary = "report every problem, without writing anything",
    .details =
        "It reports what a build would report, plus notes that a build leaves out. Only a build notices a file in the "
        "output folder that Causerie did not write and that is in the way of a page.",
    .most_words = 1,
    .options = options,
    .run = check,
};

}  // namespace causerie
