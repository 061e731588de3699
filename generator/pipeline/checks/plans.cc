// Reports planned parts that are published by now, or late.
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/checks/site_check.h"
#include "site/waiting.h"

namespace causerie {
namespace {

void note_fulfilled(const Site& site, SeriesId id, Diagnostics& diagnostics) {
  const Series& series = site.source(id);
  const auto& parts = site.view(id).parts;
  for (const PlannedPart& planned : series.planned) {
    // A draft that this edition shows does not count as published.
    const auto published = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
      return part.number == planned.part && part.essay && site.view(*part.essay).state == EssayState::published;
    });
    if (published == parts.end()) continue;
    diagnostics
        .note("fulfilled-plan", {series.source, planned.span},
              fmt::format("part {} is published: it is '{}'", planned.part, site.source(*published->essay).source))
        .hint("remove the planned entry");
  }
}

// True if all of the expected day, month or year is over.
bool is_over(const Expected& expected, Day today) {
  if (expected.month == 0) return expected.year < today.year;
  if (expected.day == 0) return Day{expected.year, expected.month, 31} < Day{today.year, today.month, 1};
  return Day{expected.year, expected.month, expected.day} < today;
}

std::string written(const Expected& expected) {
  if (expected.month == 0) return fmt::format("{}", expected.year);
  if (expected.day == 0) return fmt::format("{}-{:02}", expected.year, expected.month);
  return iso(Day{expected.year, expected.month, expected.day});
}

std::string hint_for_late(const Site& site, const Part& part) {
  if (part.essay && site.view(*part.essay).state == EssayState::scheduled) {
    return fmt::format("'{}' is scheduled: write 'expected: {}', or remove 'expected'", site.source(*part.essay).source,
                       iso(site.source(*part.essay).date->day));
  }
  return part.essay ? fmt::format("publish '{}', or change 'expected'", site.source(*part.essay).source)
                    : "change 'expected', or remove it";
}

void note_late(const Site& site, SeriesId id, const std::vector<WaitingPromise>& promises, Diagnostics& diagnostics) {
  const Series& series = site.source(id);
  for (const Part& part : site.view(id).parts) {
    if (!part.planned) continue;
    const PlannedPart& planned = series.planned[static_cast<std::size_t>(*part.planned)];
    if (!planned.expected || !is_over(*planned.expected, site.edition.day)) continue;
    const auto links = std::count_if(promises.begin(), promises.end(), [&](const WaitingPromise& promise) {
      return promise.target->planned == &planned;
    });
    const std::string readers = links == 0   ? ""
                                : links == 1 ? "; a link promises it"
                                             : fmt::format("; {} links promise it", links);
    diagnostics
        .note("late-promise", {series.source, planned.span},
              fmt::format("part {} was expected by {} and is not published{}", planned.part, written(*planned.expected),
                          readers))
        .hint(hint_for_late(site, part));
  }
}

void check_plans(const CheckedSite& checked, Diagnostics& diagnostics) {
  const Site& site = checked.site();
  const std::vector<WaitingPromise> promises = waiting_promises(site, checked.references());
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    note_fulfilled(site, {s}, diagnostics);
    note_late(site, {s}, promises, diagnostics);
  }
}

}  // namespace

extern const SiteCheck plans_check;
const SiteCheck plans_check = {.name = "plans", .run = check_plans};

}  // namespace causerie
