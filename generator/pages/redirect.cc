#include "pages/frame.h"

namespace causerie {
namespace {

constexpr Field target_fields[] = {
    {"title", {ShapeKind::text}, "the title of the page that moved"},
    {"href", {ShapeKind::text}, "where it is now"},
};

constexpr Field own_fields[] = {
    {"target", {ShapeKind::record, target_fields}, "the page that this address redirects to"},
};
constexpr auto shape = framed(own_fields);

// One route for each alias of an essay or page that is shown.
std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    if (!site.view(id).is_shown) continue;
    const Essay& essay = site.source(id);
    for (const Placed& alias : essay.aliases) {
      result.push_back({.path = {alias.text}, .source = {essay.source, alias.span}, .essay = id, .is_alias = true});
    }
  }
  return result;
}

Record inputs(const PageContext& context, const Route& route) {
  const EssayId id = *route.essay;
  const UrlPath& path = context.site.view(id).path;
  Head head;
  head.heading = title_of(context.site, id);
  head.language = context.site.view(id).language;
  head.canonical = context.links.absolute(path);
  head.is_hidden_from_search = true;
  Record record = frame(context, route, head);
  record.set("target", Record().set("title", head.heading).set("href", SiteAddress{path}));
  return record;
}

}  // namespace

extern const PageKind redirect_page;
const PageKind redirect_page = {
    .name = "redirect", .layout = "redirect", .shape = shape, .routes = routes, .inputs = inputs};

}  // namespace causerie
