// What the command line asks of a build, and what it answers; the build itself is build/build_site.h.
#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "build/build_site.h"
#include "build/destination.h"
#include "commands/command.h"
#include "commands/site_place.h"
#include "content/site_file.h"
#include "system/clock.h"
#include "system/disk.h"
#include "system/progress.h"

namespace causerie {
namespace {

constexpr Option options[] = {
    {"-d,--destination", "DIR", "where the site is written (default: public, beside site.yaml)"},
    {"-b,--base-url", "URL", "instead of site.yaml's base_url"},
    {"-D,--drafts", {}, "show drafts"},
    {"-F,--future", {}, "show scheduled essays"},
    {"--clock", "DATE", "the day to build for (default: today, in the site's time zone)"},
    {"--clean", {}, "make everything anew"},
    {"-j,--jobs", "N", "how many cores to use (default: all)"},
    {"--strict", {}, "warnings are errors"},
    {"--explain", {}, "say why each page was made"},
};

// What the command line asks for, checked.
struct Wishes {
  std::string site;
  std::string destination;
  BuildOptions options;
};

std::variant<Wishes, WrongUsage> read_wishes(const Arguments& arguments) {
  Wishes wishes;
  auto site = find_site(arguments, arguments.words.empty() ? "" : arguments.words[0]);
  if (const auto* wrong = std::get_if<WrongUsage>(&site)) return *wrong;
  wishes.site = std::get<std::string>(site);
  wishes.destination =
      arguments.has("destination") ? real_path(arguments.value("destination")) : join_path(wishes.site, "public");
  if (arguments.has("base-url")) {
    wishes.options.base_url = parse_base_url(arguments.value("base-url"));
    if (!wishes.options.base_url) {
      return WrongUsage{"--base-url must be a web address without '?' or '#'",
                        "write it as https://example.org/essays/"};
    }
  }
  if (arguments.has("clock")) {
    wishes.options.day = parse_day(arguments.value("clock"));
    if (!wishes.options.day) return WrongUsage{"--clock must be a day that exists", "write it as 2024-05-01"};
  }
  wishes.options.drafts = arguments.has("drafts");
  wishes.options.future = arguments.has("future");
  wishes.options.clean = arguments.has("clean");
  wishes.options.strict = arguments.has("strict");
  if (arguments.has("jobs")) {
    const std::string jobs = arguments.value("jobs");
    if (!is_digits(jobs) || jobs.size() > 3 || jobs == "0")
      return WrongUsage{"--jobs must be a number from 1 to 999", "leave it out to use all cores"};
    wishes.options.jobs = std::stoi(jobs);
  }
  return wishes;
}

std::string explanation(const Built& built) {
  std::string text;
  for (const Explanation& one : built.made) text += fmt::format("made {}: {}\n", one.path, join(one.reasons, "; "));
  for (const std::string& path : built.removed) text += fmt::format("removed {}: no longer part of the site\n", path);
  return text;
}

std::string scheduled_essays(const Site& site) {
  std::vector<std::pair<Day, std::string>> waiting;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    if (site.view(id).state == EssayState::scheduled && !site.view(id).is_shown)
      waiting.emplace_back(site.source(id).date->day, site.source(id).source);
  }
  if (waiting.empty()) return "";
  std::sort(waiting.begin(), waiting.end());
  std::string text = fmt::format("; {} scheduled:", waiting.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(waiting.size(), 3); ++i) {
    text += fmt::format("{} {} on {}", i > 0 ? "," : "", waiting[i].second, iso(waiting[i].first));
  }
  return waiting.size() > 3 ? text + ", …" : text;
}

std::string closing_line(const Site& site, const Published& published, double seconds) {
  int shown = 0, pending = 0;
  for (const EssayView& essay : site.essays) {
    if (!essay.is_shown) continue;
    shown += essay.conversation.shown;
    pending += essay.conversation.pending;
  }
  return fmt::format("{} made, {} unchanged, {} removed; {} comments shown, {} pending{}; {:.2f} s\n", published.made,
                     published.unchanged + published.same, published.removed, shown, pending, scheduled_essays(site),
                     seconds);
}

Answer failed(Answer answer, const Failure& failure) {
  answer.failure = failure;
  return answer;
}

Answer build(const Arguments& arguments) {
  const double start = steady_seconds();
  Answer answer;
  const auto read = read_wishes(arguments);
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const Wishes& wishes = std::get<Wishes>(read);
  answer.site_root = wishes.site;
  if (auto may = guard_destination(wishes.site, wishes.destination); !may)
    return failed(std::move(answer), may.failure());
  const auto files = disk_files(wishes.site, FollowLinks::yes);
  const auto destination = disk_files(wishes.destination, FollowLinks::no);
  const auto notes = disk_files(join_path(wishes.site, ".causerie"), FollowLinks::no);
  const Progress progress("building", !arguments.has("quiet") && arguments.value("message-format") != "json");
  const auto built = build_site({*files, *destination, *notes}, wishes.options, answer.diagnostics);
  if (!built) return failed(std::move(answer), built.failure());
  if (!built->is_published) return answer;
  if (arguments.has("explain")) answer.output = explanation(*built);
  answer.closing = closing_line(built->site, built->published, steady_seconds() - start);
  return answer;
}

}  // namespace

extern const Command build_command;
const Command build_command = {
    .name = "build",
    .words = "[SITE]",
    .summary = "make the site from its folder",
    .details = "Only what changed is made again. Where anything is wrong, nothing is written.",
    .most_words = 1,
    .options = options,
    .run = build,
};

}  // namespace causerie
