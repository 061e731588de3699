#include <string>
#include <vector>

#include "pages/frame.h"
#include "pages/list_description.h"

namespace causerie {
namespace {

constexpr Field tag_fields[] = {
    {"name", {ShapeKind::text}, "the tag"},
    {"href", {ShapeKind::text}, "link to its page"},
    {"count", {ShapeKind::text}, "\"12 posts\""},
};

constexpr Field own_fields[] = {
    {"tags", {ShapeKind::list, tag_fields}, "all tags, in the alphabetical order of the site's language"},
};
constexpr auto shape = framed(own_fields);

std::vector<Route> routes(const Site& site) {
  if (site.tags.empty()) return {};
  return {{.path = {"/tags/"}}};
}

Record inputs(const PageContext& context, const Route& route) {
  Head head;
  const Words& words = words_on(context, head);
  head.heading = words.text("tags");
  std::vector<std::string> names;
  List list;
  for (const TagView& tag : context.site.tags) {
    names.push_back(tag.name);
    list.push_back(Record()
                       .set("name", tag.name)
                       .set("href", SiteAddress{{"/tags/" + tag.slug + "/"}})
                       .set("count", words.count("posts", static_cast<int>(tag.essays.size()))));
  }
  head.description = list_description(head.heading, names);
  Record record = frame(context, route, head);
  record.set("tags", std::move(list));
  return record;
}

}  // namespace

extern const PageKind tags_page;
const PageKind tags_page = {.name = "tags",
                            .layout = "tags",
                            .shape = shape,
                            .routes = routes,
                            .inputs = inputs,
                            .description = "the list of tags"};

}  // namespace causerie
