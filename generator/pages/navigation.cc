#include "pages/navigation.h"

#include <algorithm>

#include "pages/entry.h"
#include "pages/feed.h"
#include "pages/frame.h"

namespace causerie {
namespace {

// The part's fields that are the same on all pages.
Record part_fields_of(const Site& site, const Words& words, const Series& series, const Part& part) {
  const PlannedPart* planned = part.is_shown ? nullptr : &series.planned[static_cast<std::size_t>(*part.planned)];
  Record record;
  record.set("number", part.number ? std::to_string(*part.number) : "");
  record.set("ordinal", ordinal_phrase(words, part.number));
  record.set("title", planned == nullptr ? title_of(site, *part.essay) : planned->title);
  record.set("expected", Html{planned == nullptr ? "" : expected_phrase(words, *planned)});
  record.set("is_planned", planned != nullptr);
  record.set("href", part.is_shown ? Value(SiteAddress{site.view(*part.essay).path}) : Value(""));
  return record;
}

Record begin_part(const PageContext& context, const Words& words, const Series& series, const Part& part) {
  return Record(context.fragments.fields(FragmentKind::part, &part, words,
                                         [&] { return part_fields_of(context.site, words, series, part); }));
}

Record neighbour(const PageContext& context, const Words& words, const Series& series, const Part& part,
                 std::string_view label) {
  Record record = begin_part(context, words, series, part);
  record.set("label", words.text(label));
  if (!part.is_shown) {
    record.set("summary", Html{}).set("reading_time", "").set("comments", "");
    return record;
  }
  const std::shared_ptr<const SharedFields> told = list_entry(context, words, *part.essay);
  for (const char* name : {"summary", "reading_time", "comments"}) record.set(name, *told->record.find(name));
  return record;
}

Record gap_record() {
  Record record;
  for (const char* name : {"number", "ordinal", "title", "href"}) record.set(name, "");
  record.set("expected", Html{});
  for (const char* name : {"is_current", "is_earlier", "is_later", "is_planned"}) record.set(name, false);
  record.set("is_gap", true);
  return record;
}

// Returns the parts that a page lists, with a gap wherever parts of `visible` are left out.
List part_list(const PageContext& context, const Words& words, SeriesId id, const std::vector<int>& visible,
               const std::vector<int>& listed, int here) {
  const auto& parts = context.site.view(id).parts;
  List list;
  int before = -1;  // index into `visible` of the last one listed
  for (const int index : listed) {
    const int at = static_cast<int>(std::lower_bound(visible.begin(), visible.end(), index) - visible.begin());
    if (at > before + 1) list.push_back(gap_record());
    Record record = begin_part(context, words, context.site.source(id), parts[static_cast<std::size_t>(index)]);
    record.set("is_current", index == here).set("is_earlier", index < here).set("is_later", index > here);
    list.push_back(std::move(record.set("is_gap", false)));
    before = at;
  }
  return list;
}

// Returns the visible parts that a page lists: all of a short series, but only the ends and the neighbours of a long
// one, so that pages do not grow with their series.
std::vector<int> listed_parts(const std::vector<int>& visible, int here) {
  if (static_cast<int>(visible.size()) <= parts_shown_whole) return visible;
  constexpr int neighbours = 5;
  constexpr int ends = 2;
  const int at = static_cast<int>(std::find(visible.begin(), visible.end(), here) - visible.begin());
  const int last = static_cast<int>(visible.size()) - 1;
  std::vector<int> listed;
  for (int i = 0; i <= last; ++i) {
    if (i < ends || i > last - ends || std::abs(i - at) <= neighbours)
      listed.push_back(visible[static_cast<std::size_t>(i)]);
  }
  return listed;
}

}  // namespace

std::string position_phrase(const Words& words, const SeriesView& series, std::optional<int> number) {
  if (!number) return "";
  const int count = series.published + series.planned;
  const std::string part = std::to_string(*number);
  // The number may be that of an unlisted essay, which no list shows.
  const int greatest = std::max(*number, series.greatest_number.value_or(0));
  const bool says_of = count > 1 && !series.counts_from_zero && *number > 0 && greatest <= count;
  std::string phrase = says_of ? words.fill("part_of", {{"part", part}, {"count", std::to_string(count)}})
                               : words.fill("part_alone", {{"part", part}});
  if (series.planned > 0) phrase += " (" + words.count("to_come", series.planned) + ")";
  return phrase;
}

void add_navigation(const PageContext& context, const Words& words, EssayId id, Record& inputs) {
  const EssayView& view = context.site.view(id);
  if (!view.series) {
    inputs.set("series", false).set("parts", List{}).set("has_parts", false).set("next", false).set("previous", false);
    return;
  }
  const Series& source = context.site.source(*view.series);
  const SeriesView& series = context.site.view(*view.series);
  const Value feed = address_if(has_series_feed(context, *view.series), series_feed_path(series));

  std::vector<int> visible;
  for (int index = 0; index < static_cast<int>(series.parts.size()); ++index) {
    // An unlisted essay is visible only in the navigation of its own page.
    if (index == view.part_index || series.parts[static_cast<std::size_t>(index)].is_visible())
      visible.push_back(index);
  }
  const std::vector<int> listed = listed_parts(visible, view.part_index);
  const bool is_long = listed.size() < visible.size();

  Record line;
  line.set("title", source.title).set("href", SiteAddress{series.path}).set("feed", feed).set("is_long", is_long);
  line.set("position", position_phrase(words, series, view.part));
  const bool has_parts = visible.size() > 1;
  inputs.set("series", std::move(line)).set("has_parts", has_parts);
  inputs.set("parts", has_parts ? part_list(context, words, *view.series, visible, listed, view.part_index) : List{});

  const auto after = std::upper_bound(visible.begin(), visible.end(), view.part_index);
  if (after != visible.end()) {
    Record next = neighbour(context, words, source, series.parts[static_cast<std::size_t>(*after)], "next_post");
    inputs.set("next", std::move(next.set("feed", feed)));
  } else {
    inputs.set("next", false);
  }
  const auto is_published = [&](int index) { return series.parts[static_cast<std::size_t>(index)].is_shown; };
  const auto before =
      std::find_if(std::make_reverse_iterator(std::lower_bound(visible.begin(), visible.end(), view.part_index)),
                   visible.rend(), is_published);
  if (before != visible.rend()) {
    Record previous =
        neighbour(context, words, source, series.parts[static_cast<std::size_t>(*before)], "previous_post");
    inputs.set("previous", std::move(previous.set("feed", feed)));
  } else {
    inputs.set("previous", false);
  }
}

}  // namespace causerie
