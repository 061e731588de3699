#include "pages/article.h"
#include "pages/conversation.h"
#include "pages/frame.h"

namespace causerie {
namespace {

constexpr Field own_fields[] = {
    {"article", {ShapeKind::record, article_fields}, "the page"},
    {"body", {ShapeKind::html}, "its text"},
    {"mentions", {ShapeKind::record, mentions_fields}, "the pages that cite this one"},
    {"about_authors", {ShapeKind::list, about_author_fields}, "a few lines about each author who has a bio"},
    {"has_about_authors", {ShapeKind::flag}, "true if the list is not empty"},
    {"conversation", {ShapeKind::record, conversation_fields}, "the comments; absent if none are shown"},
};
constexpr auto shape = framed(own_fields);

// One route for each Markdown file directly in content/ that is shown.
std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    if (!site.view(id).is_shown || essay.kind != EssayKind::page) continue;
    result.push_back({.path = site.view(id).path, .source = {essay.source, essay.slug_location.span}, .essay = id});
  }
  return result;
}

Record inputs(const PageContext& context, const Route& route) {
  const EssayId id = *route.essay;
  const Head head = article_head(context, id);
  const Words& words = words_on(context, head);
  Record record = frame(context, route, head);
  add_article(context, links_on(context, route), words, id, record);
  add_conversation(context, words, id, record);
  add_promises(context, id, record);
  return record;
}

}  // namespace

extern const PageKind page_page;
const PageKind page_page = {.name = "page", .layout = "page", .shape = shape, .routes = routes, .inputs = inputs};

}  // namespace causerie
