// `causerie build`: options and output; the build itself is in pipeline/build_site.h.
#include <fmt/format.h>

#include "base/paths.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/report.h"
#include "commands/site_request.h"
#include "content/build_cache.h"
#include "pipeline/build_site.h"
#include "pipeline/destination.h"
#include "system/clock.h"
#include "system/disk.h"
#include "system/terminal.h"

namespace causerie {
namespace {

constexpr Option options[] = {
    {"-d,--destination", "DIR", "the folder to write the site to (default: public, next to site.yaml)"},
    base_url_option,
    drafts_option,
    future_option,
    clock_option,
    {"--clean", {}, "build everything again"},
    jobs_option,
    strict_option,
    {"--all-messages", {}, "print every message, however many there are of one kind"},
    {"--explain", {}, "print why each page was built"},
    {"--timings", {}, "print how long each step took"},
    {"--compress", {}, "also write a compressed .gz and .br copy of each text file"},
};

std::string explanation(const Built& built) {
  std::string text;
  for (const Explanation& one : built.made) text += fmt::format("made {}: {}\n", one.path, join(one.reasons, "; "));
  for (const std::string& path : built.removed) text += fmt::format("removed {}: no longer part of the site\n", path);
  return text;
}

std::string timings(const StepTimes& times) {
  std::string text;
  for (const auto& [step, seconds] : times.steps()) text += fmt::format("{:9.1f} ms  {}\n", seconds * 1000, step);
  return text;
}

std::string closing_line(const SiteSummary& summary, const Published& published, double seconds) {
  return fmt::format("{} made, {} unchanged, {} removed; {}; {:.2f} s\n", published.made,
                     published.unchanged + published.same, published.removed, conversation_and_schedule(summary),
                     seconds);
}

Answer failed(Answer answer, const Failure& failure) {
  answer.failure = failure;
  return answer;
}

Answer build(const Arguments& arguments) {
  const double start = steady_seconds();
  Answer answer;
  const auto read = read_site_request(arguments, arguments.words.empty() ? "" : arguments.words[0]);
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const auto& request = std::get<SiteRequest>(read);
  const std::string to =
      arguments.has("destination") ? real_path(arguments.value("destination")) : join_path(request.site, "public");
  answer.site_root = request.site;
  answer.may_shorten = true;
  if (auto may = guard_destination(request.site, to); !may) return failed(std::move(answer), may.failure());
  const auto files = disk_files(request.site, FollowLinks::yes);
  const auto destination = disk_files(to, FollowLinks::no);
  const auto internal = disk_files(join_path(request.site, ".causerie"), FollowLinks::no);
  const auto cache = std::make_shared<BuildCache>(open_build_cache(request.site, HtmlPolicy::on_demand));
  const Progress progress("building", !arguments.has("quiet") && arguments.value("message-format") != "json");
  const auto built =
      build_site({*files, *destination, *internal, *cache},
                 {request.options, arguments.has("clean"), arguments.has("compress")}, answer.diagnostics);
  answer.remarks = cache->remark();
  if (!built) return failed(std::move(answer), built.failure());
  answer.held = std::make_shared<std::pair<std::shared_ptr<void>, std::shared_ptr<const void>>>(cache, built->held);
  if (!built->is_published) return answer;
  if (arguments.has("explain")) answer.output = explanation(*built);
  if (arguments.has("timings")) answer.output += timings(built->times);
  answer.closing = closing_line(built->summary, built->published, steady_seconds() - start);
  return answer;
}

}  // namespace

extern const Command build_command;
const Command build_command = {
    .name = "build",
    .words = "[SITE]",
    .summary = "build the site",
    .details = "Only what changed is built again. If there is an error, nothing is written.",
    .most_words = 1,
    .options = options,
    .run = build,
};

}  // namespace causerie
