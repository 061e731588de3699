#include "site/series_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

struct Ordered {
  const SeriesMember* member = nullptr;
  std::optional<int> number;
  std::string group;
};

// The members that `order` names, in its order. One without a number of its own is numbered by its position, from 1.
std::vector<Ordered> by_order(const Series& series, const std::vector<SeriesMember>& members,
                              Diagnostics& diagnostics) {
  std::vector<Ordered> result;
  std::vector<std::string> stems;
  std::set<const SeriesMember*> named;
  std::set<std::string> meant;  // stems that an entry without a file probably means
  for (const SeriesMember& member : members) stems.push_back(member.stem);
  int index = 0;
  for (const OrderEntry& entry : series.order) {
    ++index;
    const SourceLocation where{series.source, entry.stem.span};
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const SeriesMember& member) { return member.stem == entry.stem.text; });
    if (found == members.end()) {
      const std::span<const std::string> candidates(stems);
      const std::vector<std::string> near = nearest(entry.stem.text, candidates);
      if (!near.empty()) meant.insert(near[0]);
      diagnostics
          .error("bad-order", where, fmt::format("'order' names '{}', but there is no such file", entry.stem.text))
          .hint(near.empty() ? "write the name of a file of this folder, without '.md', or delete the entry"
                             : did_you_mean(entry.stem.text, candidates));
    } else if (!named.insert(&*found).second) {
      diagnostics.error("bad-order", where, fmt::format("'order' names '{}' twice", entry.stem.text))
          .hint("delete one of the two");
    } else {
      result.push_back({&*found, found->part ? found->part : std::optional<int>(index), entry.group});
    }
  }
  if (series.order.empty()) return result;
  for (const SeriesMember& member : members) {
    if (named.count(&member) + meant.count(member.stem) > 0) continue;
    diagnostics.warning("left-out-of-order", {member.source, {}}, "the 'order' of the series does not name this essay")
        .hint(fmt::format("add '- {}' to 'order' in {}", member.stem, series.source));
  }
  return result;
}

void append_others(const std::vector<SeriesMember>& members, std::vector<Ordered>& ordered) {
  std::vector<const SeriesMember*> others;
  for (const SeriesMember& member : members) {
    const bool is_there =
        std::any_of(ordered.begin(), ordered.end(), [&](const Ordered& o) { return o.member == &member; });
    if (!is_there) others.push_back(&member);
  }
  std::sort(others.begin(), others.end(), [](const SeriesMember* a, const SeriesMember* b) {
    const auto key = [](const SeriesMember* m) {
      return std::make_tuple(!m->part.has_value(), m->part.value_or(0), !m->date.has_value(),
                             m->date ? m->date->instant : Instant{}, std::string_view(m->stem));
    };
    return key(a) < key(b);
  });
  for (const SeriesMember* member : others) ordered.push_back({member, member->part, ""});
}

// Reports two essays with the same part.
void report_equal_parts(const std::vector<Ordered>& ordered, Diagnostics& diagnostics) {
  std::map<int, const SeriesMember*> first;
  for (const Ordered& entry : ordered) {
    if (!entry.number) continue;
    const auto [other, is_new] = first.emplace(*entry.number, entry.member);
    if (is_new) continue;
    diagnostics
        .error("same-part", entry.member->part_location,
               fmt::format("part {} is already '{}'", *entry.number, other->second->source))
        .hint("give one of them a different number, in its file name or as 'part'");
  }
}

void report_equal_plans(const Series& series, Diagnostics& diagnostics) {
  std::set<int> seen;
  for (const PlannedPart& planned : series.planned) {
    if (seen.insert(planned.part).second) continue;
    diagnostics.error("same-part", {series.source, planned.span}, fmt::format("part {} is planned twice", planned.part))
        .hint("give one of them a different 'part', or delete it");
  }
}

void report_gaps(const Series& series, const std::vector<Ordered>& ordered, Diagnostics& diagnostics) {
  std::set<int> numbers;
  bool has_numberless = false;
  for (const Ordered& entry : ordered) {
    if (entry.number) {
      numbers.insert(*entry.number);
    } else {
      has_numberless = true;
    }
    if (!entry.member->is_sound) return;  // its part may be the missing one
  }
  for (const PlannedPart& planned : series.planned) numbers.insert(planned.part);
  if (has_numberless && !numbers.empty() && series.order.empty()) {  // what `order` leaves out was reported already
    for (const Ordered& entry : ordered) {
      if (entry.number) continue;
      diagnostics
          .warning("no-part", {entry.member->source, {}},
                   "this essay has no part number, but others in its series have one")
          .hint("it comes after them, by date; put a number in front of its file name, or add 'part'");
    }
  }
  int expected = 1;
  for (const int number : numbers) {
    if (number > expected) {
      const bool is_one = number == expected + 1;
      diagnostics
          .warning("gap", {series.source, {}},
                   is_one ? fmt::format("part {} is missing", expected)
                          : fmt::format("parts {} to {} are missing", expected, number - 1))
          .hint(fmt::format("announce it in {}: 'planned: [{{part: {}, title: …}}]'", series.source, expected));
    }
    expected = number + 1;
  }
}

}  // namespace

SeriesView order_series(const Series& series, const std::vector<SeriesMember>& members, Diagnostics& diagnostics) {
  std::vector<Ordered> ordered = by_order(series, members, diagnostics);
  append_others(members, ordered);
  report_equal_parts(ordered, diagnostics);
  report_equal_plans(series, diagnostics);
  if (series.is_sound && !series.has_unreadable_plan) report_gaps(series, ordered, diagnostics);

  SeriesView view;
  for (const Ordered& entry : ordered) {
    view.parts.push_back(
        {entry.number, entry.member->id, std::nullopt, entry.group, entry.member->is_shown, entry.member->is_listed});
  }
  // Planned parts: one with the number of an essay that is not shown shares its entry; a shown essay replaces it.
  std::vector<int> announced(series.planned.size());
  for (std::size_t i = 0; i < announced.size(); ++i) announced[i] = static_cast<int>(i);
  std::sort(announced.begin(), announced.end(), [&](int a, int b) {
    return series.planned[static_cast<std::size_t>(a)].part < series.planned[static_cast<std::size_t>(b)].part;
  });
  for (const int index : announced) {
    const int number = series.planned[static_cast<std::size_t>(index)].part;
    const auto same =
        std::find_if(view.parts.begin(), view.parts.end(), [&](const Part& part) { return part.number == number; });
    if (same != view.parts.end()) {
      if (!same->is_shown) same->planned = index;
      continue;
    }
    const auto greater = std::find_if(view.parts.begin(), view.parts.end(),
                                      [&](const Part& part) { return part.number && *part.number > number; });
    const bool is_last = greater == view.parts.end();
    const std::string group = !is_last ? greater->group : view.parts.empty() ? "" : view.parts.back().group;
    view.parts.insert(greater, Part{number, std::nullopt, index, group, false, true});
  }
  for (const Part& part : view.parts) {
    if (!part.is_visible()) continue;
    (part.is_shown ? view.published : view.planned) += 1;
    if (!part.number) continue;
    view.counts_from_zero = view.counts_from_zero || *part.number == 0;
    view.greatest_number = std::max(view.greatest_number.value_or(0), *part.number);
  }
  return view;
}

}  // namespace causerie
