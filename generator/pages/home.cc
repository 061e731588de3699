#include <algorithm>

#include "base/locale.h"
#include "pages/article.h"
#include "pages/entry.h"
#include "pages/frame.h"
#include "pages/list_description.h"
#include "site/fill.h"

namespace causerie {
namespace {

constexpr std::size_t recent_count = 8;

constexpr Field series_fields[] = {
    {"title", {ShapeKind::text}, "its title"},
    {"href", {ShapeKind::text}, "link to its page"},
    {"description", {ShapeKind::html}, "the first sentences, inline HTML; may be empty"},
    {"size", {ShapeKind::text}, "\"6 posts (2 to come)\""},
    {"status", {ShapeKind::text}, "\"Ongoing\" or \"Complete\""},
    {"latest", {ShapeKind::text}, "the day of its newest part, as text; may be empty"},
    {"latest_datetime", {ShapeKind::text}, "for the datetime attribute"},
};

constexpr Field own_fields[] = {
    {"body", {ShapeKind::html}, "the opening text of content/index.md; may be empty"},
    {"series", {ShapeKind::list, series_fields}, "all series, the one with the newest part first"},
    {"has_series", {ShapeKind::flag}, "true if the list is not empty"},
    {"recent", {ShapeKind::list, entry_fields}, "the newest essays"},
    {"has_recent", {ShapeKind::flag}, "true if the list is not empty"},
};
constexpr auto shape = framed(own_fields);

std::vector<Route> routes(const Site& site) {
  SourceLocation source;
  if (site.home) source.file = site.source(*site.home).source;
  return {{.path = {"/"}, .source = source, .essay = site.home}};
}

std::optional<Date> newest_date(const Site& site, const SeriesView& view) {
  std::optional<Date> newest;
  for (const Part& part : view.parts) {
    if (!part.is_shown || !part.is_listed) continue;
    const auto& date = site.source(*part.essay).date;
    if (date && (!newest || date->instant > newest->instant)) newest = date;
  }
  return newest;
}

List series_list(const PageContext& context, const LinkWriter& links, const Words& words) {
  const Site& site = context.site;
  struct Line {
    SeriesId id;
    std::optional<Date> newest;
  };
  std::vector<Line> lines;
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    if (site.view(SeriesId{s}).is_shown()) lines.push_back({{s}, newest_date(site, site.view(SeriesId{s}))});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    if (!a.newest || !b.newest) return a.newest.has_value() && !b.newest.has_value();
    return a.newest->instant > b.newest->instant;
  });
  List list;
  for (const Line& line : lines) {
    const Series& series = site.source(line.id);
    const Prose& prose = series.description.prose;
    const ResolvedText& resolved = context.references.series[static_cast<std::size_t>(line.id.index)];
    Record record;
    record.set("title", series.title).set("href", SiteAddress{site.view(line.id).path});
    record.set("description", Html{fill(prose.summary, prose, resolved, links, LinkFilling::words, {words.prose()})});
    record.set("size", series_size(words, site.view(line.id)));
    record.set("status", words.text(series.is_complete ? "status_complete" : "status_ongoing"));
    record.set("latest", line.newest ? long_date(line.newest->day, words.language()) : "");
    record.set("latest_datetime", line.newest ? iso(*line.newest) : "");
    list.push_back(std::move(record));
  }
  return list;
}

Record inputs(const PageContext& context, const Route& route) {
  const Site& site = context.site;
  Head head = index_head(context, site.home);
  head.heading = site.file().title;
  if (head.description.empty()) head.description = site.file().description;
  const LinkWriter links = links_on(context, route);
  const Words& words = words_on(context, head);
  if (head.description.empty() && site.home) head.description = summary_text(context, *site.home);
  if (head.description.empty() && !site.listed.empty()) {
    head.description =
        list_description(context, words.count("posts", static_cast<int>(site.listed.size())), site.listed);
  }
  Record record = frame(context, route, head);
  std::string opening;
  if (site.home) {
    const Essay& essay = site.source(*site.home);
    opening = fill(html_of(essay)->body, essay.body.prose,
                   context.references.bodies[static_cast<std::size_t>(site.home->index)], links, LinkFilling::links,
                   {words.prose()});
  }
  record.set("body", Html{std::move(opening)});
  List series = series_list(context, links, words);
  record.set("has_series", !series.empty());
  record.set("series", std::move(series));
  const std::span<const EssayId> newest = std::span(site.listed).first(std::min(site.listed.size(), recent_count));
  record.set("has_recent", !newest.empty()).set("recent", entries(context, words, newest));
  return record;
}

}  // namespace

extern const PageKind home_page;
const PageKind home_page = {.name = "home",
                            .layout = "home",
                            .shape = shape,
                            .routes = routes,
                            .inputs = inputs,
                            .description = "the home page"};

}  // namespace causerie
