// From the writer's folder to the site: the pipeline, step by step.
#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "build/build_lock.h"
#include "build/compare.h"
#include "build/destination.h"
#include "build/fingerprints.h"
#include "build/make_plan.h"
#include "build/publish.h"
#include "build/render.h"
#include "build/survey.h"
#include "commands/command.h"
#include "commands/site_place.h"
#include "pages/article.h"
#include "pages/page_kind.h"
#include "system/clock.h"
#include "system/disk.h"
#include "theme/renderer.h"

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
  std::optional<std::string> base_url;
  std::optional<Day> day;
  int jobs = 0;
};

std::variant<Wishes, WrongUsage> read_wishes(const Arguments& arguments) {
  Wishes wishes;
  auto site = find_site(arguments, arguments.words.empty() ? "" : arguments.words[0]);
  if (const auto* wrong = std::get_if<WrongUsage>(&site)) return *wrong;
  wishes.site = std::get<std::string>(site);
  wishes.destination = arguments.has("destination") ? real_path(arguments.value("destination")) : join_path(wishes.site, "public");
  if (arguments.has("base-url")) {
    wishes.base_url = parse_base_url(arguments.value("base-url"));
    if (!wishes.base_url) {
      return WrongUsage{"--base-url must be a web address without '?' or '#'", "write it as https://example.org/essays/"};
    }
  }
  if (arguments.has("clock")) {
    wishes.day = parse_day(arguments.value("clock"));
    if (!wishes.day) return WrongUsage{"--clock must be a day that exists", "write it as 2024-05-01"};
  }
  if (arguments.has("jobs")) {
    const std::string jobs = arguments.value("jobs");
    if (!is_digits(jobs) || jobs.size() > 3 || jobs == "0") return WrongUsage{"--jobs must be a number from 1 to 999", "leave it out to use all cores"};
    wishes.jobs = std::stoi(jobs);
  }
  return wishes;
}

// Warnings as errors, for --strict.
Diagnostics made_strict(const Diagnostics& diagnostics) {
  Diagnostics strict;
  for (const Diagnostic& one : diagnostics.items()) {
    Diagnostic& copy = one.severity == Severity::note ? strict.note(one.code, one.place, one.message)
                                                      : strict.error(one.code, one.place, one.message);
    copy.hints = one.hints;
  }
  return strict;
}

// A promise that is gone from a page's inputs was kept, or was taken back by the writer; either way the page's text
// says now what follows. The rest of the reasons are the comparison's own words.
std::string reason_in_words(const std::string& reason) {
  const std::string begin = fmt::format("input '{}", promise_input);
  const std::string end = "' is gone";
  if (!reason.starts_with(begin) || !reason.ends_with(end)) return reason;
  return fmt::format("the promise '{}' is kept", reason.substr(begin.size(), reason.size() - begin.size() - end.size()));
}

std::string explanation(const Plan& plan, const Changes& changes) {
  std::string text;
  for (const Change& change : changes.make) {
    std::vector<std::string> reasons;
    for (const std::string& reason : change.reasons) reasons.push_back(reason_in_words(reason));
    text += fmt::format("made {}: {}\n", plan.outputs[change.output].path, join(reasons, "; "));
  }
  for (const std::string& path : changes.remove_first) text += fmt::format("removed {}: no longer part of the site\n", path);
  for (const std::string& path : changes.remove) text += fmt::format("removed {}: no longer part of the site\n", path);
  return text;
}

std::string scheduled_essays(const Site& site) {
  std::vector<std::pair<Day, std::string>> waiting;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    if (site.view(id).state == EssayState::scheduled && !site.view(id).is_shown) waiting.emplace_back(site.source(id).date->day, site.source(id).source);
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
                     published.unchanged + published.same, published.removed, shown, pending, scheduled_essays(site), seconds);
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
  if (auto may = guard_destination(wishes.site, wishes.destination); !may) return failed(std::move(answer), may.failure());
  const auto files = disk_files(wishes.site, FollowLinks::yes);
  const auto destination = disk_files(wishes.destination, FollowLinks::no);
  const auto notes = disk_files(join_path(wishes.site, ".causerie"), FollowLinks::no);
  Diagnostics& diagnostics = answer.diagnostics;

  auto content = read_content(*files, wishes.jobs, diagnostics);
  if (!content) return failed(std::move(answer), content.failure());
  if (wishes.base_url) content->site.base_url = *wishes.base_url;
  const ThemeChoice choice{content->site.theme, {"site.yaml", content->site.theme_span}, content->site.language, &content->site.params};
  const auto shapes = layout_shapes();
  const auto theme = load_theme(*files, choice, shapes, diagnostics);
  if (!theme) return failed(std::move(answer), theme.failure());

  const Day today = wishes.day ? *wishes.day : content->site.zone->day(now());
  const Site site = make_site(*std::move(content), {today, arguments.has("drafts"), arguments.has("future")}, diagnostics);
  const Plan plan = make_plan(site, *theme, wishes.jobs, diagnostics);

  // The one gate: with an error in it, nothing is rendered and nothing written.
  if (arguments.has("strict")) diagnostics = made_strict(diagnostics);
  if (diagnostics.has_errors()) return answer;

  const auto lock = lock_build({*files, *destination, *notes});
  if (!lock) return failed(std::move(answer), lock.failure());
  const auto layout_hash = [&](std::string_view layout) { return theme->fingerprint(layout); };
  const Fingerprints wanted = fingerprints(plan, hash_of("causerie " CAUSERIE_VERSION), layout_hash, wishes.jobs);
  const auto standing = survey(*lock, wanted, arguments.has("clean") ? Trust::nothing : Trust::stats, wishes.jobs);
  if (!standing) return failed(std::move(answer), standing.failure());
  const Changes changes = compare(wanted, *standing, arguments.has("clean") ? Remake::everything : Remake::changed);
  const MakeRenderer make_renderer = [&] {
    return [renderer = std::make_shared<Renderer>(*theme)](std::string_view layout, const Record& record) {
      return renderer->render(layout, record);
    };
  };
  const Rendered rendered = render(plan, changes, make_renderer, wishes.jobs);
  const auto published = publish(*lock, plan, wanted, *standing, changes, rendered, wishes.jobs);
  if (!published) return failed(std::move(answer), published.failure());

  for (const std::string& path : changes.kept) {
    diagnostics.warning("changed-by-somebody", {path, {}}, "this file is no part of the site any more, but somebody changed it: it stays")
        .hint("delete it yourself if you do not want it");
  }
  if (arguments.has("explain")) answer.output = explanation(plan, changes);
  answer.closing = closing_line(site, *published, steady_seconds() - start);
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
