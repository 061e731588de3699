#include "pages/feed.h"
#include "pages/frame.h"
#include "pages/year_list.h"

namespace causerie {
namespace {

constexpr Field tag_fields[] = {
    {"title", {ShapeKind::text}, "its title in site.yaml, or the tag"},
    {"description", {ShapeKind::html}, "block HTML; may be empty"},
    {"feed", {ShapeKind::text}, "link to its feed; may be empty"},
    {"count", {ShapeKind::text}, "\"12 posts\""},
};

constexpr Field own_fields[] = {
    {"tag", {ShapeKind::record, tag_fields}, "the tag"},
    {"years", {ShapeKind::list, year_fields}, "its essays by year, newest first"},
    {"year_links", {ShapeKind::list, year_link_fields}, "links to the pages of each year, if the list is long"},
    {"has_year_links", {ShapeKind::flag}, "true if the list is not empty"},
};
constexpr auto shape = framed(own_fields);

// A page lists all essays of a tag, or those of one year.
struct TagYear {
  TagId tag;
  std::optional<int> year;
};

UrlPath tag_path(const TagView& tag) { return {"/tags/" + tag.slug + "/"}; }

std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int t = 0; t < static_cast<int>(site.tags.size()); ++t) {
    const TagView& tag = site.tags[static_cast<std::size_t>(t)];
    result.push_back({.path = tag_path(tag), .subject = TagYear{{t}, {}}});
    for (const int year : years_apart(site, tag.essays)) {
      result.push_back({.path = year_path(tag_path(tag), year), .subject = TagYear{{t}, year}});
    }
  }
  return result;
}

std::string tag_link_title(const Site& site, const Route& route) {
  const auto [id, year] = std::any_cast<TagYear>(route.subject);
  return year ? "" : site.tags[static_cast<std::size_t>(id.index)].title;
}

Record inputs(const PageContext& context, const Route& route) {
  const auto [id, year] = std::any_cast<TagYear>(route.subject);
  const TagView& tag = context.site.tags[static_cast<std::size_t>(id.index)];
  const LinkWriter links = links_on(context, route);
  Head head;
  const Words& words = words_on(context, head);
  head.heading = tag.title;
  if (year) head.heading += " · " + year_name(words, *year);
  std::string description;
  if (tag.settings != nullptr) {
    const Passage& passage = tag.settings->description;
    const ResolvedText& resolved = context.references.passages.at(&passage);
    description = fill(passage.prose.body, passage.prose, resolved, links, LinkFilling::links, {words.prose()});
    head.description = plain_summary(context, passage, resolved);
  }
  if (head.description.empty()) head.description = year_list_description(context, words, tag.essays, year);
  const bool has_feed = has_tag_feed(context, id);
  if (has_feed) {
    head.feed = tag_feed_path(tag);
    head.feed_title = tag.title;
  }
  Record record = frame(context, route, head);
  record.set("tag", Record()
                        .set("title", head.heading)
                        .set("description", Html{std::move(description)})
                        .set("feed", address_if(has_feed, tag_feed_path(tag)))
                        .set("count", words.count("posts", static_cast<int>(tag.essays.size()))));
  add_years(context, words, tag_path(tag), tag.essays, year, record);
  return record;
}

}  // namespace

extern const PageKind tag_page;
const PageKind tag_page = {.name = "tag",
                           .layout = "tag",
                           .shape = shape,
                           .routes = routes,
                           .inputs = inputs,
                           .title = tag_link_title,
                           .description = "the list of a tag's essays"};

}  // namespace causerie
