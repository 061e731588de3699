#include <algorithm>
#include <string>
#include <vector>

#include "pages/article.h"
#include "pages/entry.h"
#include "pages/feed.h"
#include "pages/frame.h"
#include "pages/list_description.h"
#include "site/fill.h"

namespace causerie {
namespace {

constexpr Field series_fields[] = {
    {"title", {ShapeKind::text}, "its title"},
    {"description", {ShapeKind::html}, "block HTML; may be empty"},
    {"status", {ShapeKind::text}, "\"Ongoing\" or \"Complete\""},
    {"is_complete", {ShapeKind::flag}, "true if no more parts will follow"},
    {"size", {ShapeKind::text}, "\"6 posts (2 to come)\""},
    {"comments", {ShapeKind::text}, "\"57 comments\" on all of its parts; empty if there are none"},
    {"feed", {ShapeKind::text}, "link to its feed; may be empty"},
    {"start_href", {ShapeKind::text}, "link to the first published part; empty if there is none"},
    {"start_title", {ShapeKind::text}, "its title"},
};

constexpr Field group_fields[] = {
    {"title", {ShapeKind::text}, "the group's title; empty for parts in no group"},
    {"parts", {ShapeKind::list, entry_fields}, "its parts in reading order, including planned ones"},
};

constexpr Field own_fields[] = {
    {"series", {ShapeKind::record, series_fields}, "the series"},
    {"groups", {ShapeKind::list, group_fields}, "its parts, grouped as in `order`"},
    {"mentions", {ShapeKind::record, mentions_fields}, "the pages that cite the series"},
};
constexpr auto shape = framed(own_fields);

std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    const SeriesId id{s};
    if (!site.view(id).is_shown()) continue;
    result.push_back(
        {.path = site.view(id).path, .source = {site.source(id).source, site.source(id).slug_span}, .series = id});
  }
  return result;
}

// Returns the visible parts as entries, by group.
List groups(const PageContext& context, const Words& words, SeriesId id) {
  const Series& series = context.site.source(id);
  List result;
  List parts;
  std::string title;
  const auto end_group = [&] {
    if (!parts.empty()) result.push_back(Record().set("title", title).set("parts", std::move(parts)));
    parts = {};
  };
  for (const Part& part : context.site.view(id).parts) {
    if (!part.is_visible()) continue;
    if (part.group != title) end_group();
    title = part.group;
    parts.push_back(
        part.is_shown ? entry(context, words, *part.essay)
                      : planned_entry(context, words, series, series.planned[static_cast<std::size_t>(*part.planned)]));
  }
  end_group();
  return result;
}

Record series_record(const PageContext& context, const LinkWriter& links, const Words& words, SeriesId id) {
  const Series& series = context.site.source(id);
  const SeriesView& view = context.site.view(id);
  int comments = 0;
  for (const Part& part : view.parts) {
    if (part.is_shown) comments += context.site.view(*part.essay).conversation.shown;
  }
  const auto first = std::find_if(view.parts.begin(), view.parts.end(),
                                  [](const Part& part) { return part.is_shown && part.is_listed; });
  const bool has_start = first != view.parts.end();
  Record record;
  record.set("title", series.title);
  const Prose& prose = series.description.prose;
  record.set("description", Html{fill(prose.body, prose, context.references.series[static_cast<std::size_t>(id.index)],
                                      links, LinkFilling::links, {words.prose()})});
  record.set("status", words.text(series.is_complete ? "status_complete" : "status_ongoing"));
  record.set("is_complete", series.is_complete);
  record.set("size", series_size(words, view));
  record.set("comments", comments > 0 ? words.count("comments", comments) : "");
  record.set("feed", address_if(has_series_feed(context, id), series_feed_path(view)));
  record.set("start_href", has_start ? Value(SiteAddress{context.site.view(*first->essay).path}) : Value(""));
  record.set("start_title", has_start ? title_of(context.site, *first->essay) : "");
  return record;
}

Record inputs(const PageContext& context, const Route& route) {
  const SeriesId id = *route.series;
  const Series& series = context.site.source(id);
  Head head;
  head.heading = series.title;
  head.description =
      plain_summary(context, series.description, context.references.series[static_cast<std::size_t>(id.index)]);
  const Words& words = words_on(context, head);
  if (head.description.empty()) {
    std::vector<std::string> titles;
    for (const Part& part : context.site.view(id).parts) {
      if (!part.is_visible()) continue;
      titles.push_back(part.is_shown ? context.site.source(*part.essay).title
                                     : series.planned[static_cast<std::size_t>(*part.planned)].title);
    }
    head.description = list_description(series_size(words, context.site.view(id)), titles);
  }
  const Resolved& image = context.references.series_images[static_cast<std::size_t>(id.index)];
  if (image.meaning == Meaning::target) head.image = context.links.absolute(image.path);
  if (has_series_feed(context, id)) {
    head.feed = series_feed_path(context.site.view(id));
    head.feed_title = series.title;
  }
  const LinkWriter links = links_on(context, route);
  Record record = frame(context, route, head);
  record.set("series", series_record(context, links, words, id));
  record.set("groups", groups(context, words, id));
  add_mentions(context, words, context.references.series_mentions[static_cast<std::size_t>(id.index)], record);
  return record;
}

}  // namespace

extern const PageKind series_page;
const PageKind series_page = {.name = "series", .layout = "series", .shape = shape, .routes = routes, .inputs = inputs};

}  // namespace causerie
