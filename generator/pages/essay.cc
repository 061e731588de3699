#include "pages/article.h"
#include "pages/conversation.h"
#include "pages/frame.h"
#include "pages/navigation.h"

namespace causerie {
namespace {

constexpr Field own_fields[] = {
    {"article", {ShapeKind::record, article_fields}, "the essay"},
    {"body", {ShapeKind::html}, "its text"},
    {"series", {ShapeKind::record, series_line_fields}, "its series; absent for a stand-alone essay"},
    {"parts", {ShapeKind::list, part_fields}, "the series' parts in reading order; empty for a series of one"},
    {"has_parts", {ShapeKind::flag}, "true if the list is not empty"},
    {"next", {ShapeKind::record, neighbour_fields}, "the next part, published or promised"},
    {"previous", {ShapeKind::record, neighbour_fields}, "the previous published part"},
    {"mentions", {ShapeKind::record, mentions_fields}, "the pages that promised or cite this one"},
    {"about_authors", {ShapeKind::list, about_author_fields}, "a few lines about each author who has a bio"},
    {"has_about_authors", {ShapeKind::flag}, "true if the list is not empty"},
    {"conversation", {ShapeKind::record, conversation_fields}, "the comments; absent if none are shown"},
};
constexpr auto shape = framed(own_fields);

// One route for each essay shown, in order of source.
std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    if (!site.view(id).is_shown || (essay.kind != EssayKind::part && essay.kind != EssayKind::stand_alone)) continue;
    result.push_back({.path = site.view(id).path, .source = {essay.source, essay.slug_location.span}, .essay = id});
  }
  return result;
}

Record inputs(const PageContext& context, const Route& route) {
  const EssayId id = *route.essay;
  const Head head = article_head(context, id);
  const LinkWriter links = links_on(context, route);
  const Words& words = words_on(context, head);
  Record record = frame(context, route, head);
  add_article(context, links, words, id, record);
  add_navigation(context, words, id, record);
  add_conversation(context, words, id, record);
  add_promises(context, id, record);
  return record;
}

}  // namespace

extern const PageKind essay_page;
const PageKind essay_page = {.name = "essay", .layout = "essay", .shape = shape, .routes = routes, .inputs = inputs};

}  // namespace causerie
