#include "pages/frame.h"
#include "pages/year_list.h"

namespace causerie {
namespace {

constexpr Field own_fields[] = {
    {"heading", {ShapeKind::text}, "\"Archive\"; on a year's page, with the year"},
    {"years", {ShapeKind::list, year_fields}, "the essays by year, newest first"},
    {"year_links", {ShapeKind::list, year_link_fields}, "links to the pages of each year, if the list is long"},
    {"has_year_links", {ShapeKind::flag}, "true if the list is not empty"},
};
constexpr auto shape = framed(own_fields);

const UrlPath archive_path{"/archive/"};

std::vector<Route> routes(const Site& site) {
  std::vector<Route> result{{.path = archive_path}};
  for (const int year : years_apart(site, site.listed)) {
    result.push_back({.path = year_path(archive_path, year), .subject = year});
  }
  return result;
}

Record inputs(const PageContext& context, const Route& route) {
  const auto* year = std::any_cast<int>(&route.subject);  // null for the whole archive
  Head head;
  const Words& words = words_on(context, head);
  head.heading = words.text("archive");
  if (year != nullptr) head.heading += " · " + year_name(words, *year);
  const std::optional<int> of_year = year != nullptr ? std::optional(*year) : std::nullopt;
  head.description = year_list_description(context, words, context.site.listed, of_year);
  Record record = frame(context, route, head);
  record.set("heading", head.heading);
  add_years(context, words, archive_path, context.site.listed, of_year, record);
  return record;
}

}  // namespace

extern const PageKind archive_page;
const PageKind archive_page = {.name = "archive",
                               .layout = "archive",
                               .shape = shape,
                               .routes = routes,
                               .inputs = inputs,
                               .description = "the archive"};

}  // namespace causerie
