#include <algorithm>

#include "pages/entry.h"
#include "pages/frame.h"

namespace causerie {
namespace {

constexpr std::size_t recent_count = 5;

constexpr Field own_fields[] = {
    {"recent", {ShapeKind::list, entry_fields}, "the newest essays; all links begin at the host's root"},
    {"has_recent", {ShapeKind::flag}, "true if the list is not empty"},
};
constexpr auto shape = framed(own_fields);

std::vector<Route> routes(const Site&) { return {{.path = {"/404.html"}}}; }

Record inputs(const PageContext& context, const Route& route) {
  Head head;
  const Words& words = words_on(context, head);
  head.heading = words.text("not_found_title");
  head.description = words.text("not_found_text");
  head.is_hidden_from_search = true;
  const auto& listed = context.site.listed;
  const auto newest = std::span(listed).first(std::min(listed.size(), recent_count));
  Record record = frame(context, route, head);
  record.set("has_recent", !newest.empty()).set("recent", entries(context, words, newest));
  return record;
}

}  // namespace

extern const PageKind not_found_page;
const PageKind not_found_page = {.name = "not_found",
                                 .layout = "not_found",
                                 .shape = shape,
                                 .routes = routes,
                                 .inputs = inputs,
                                 .is_shown_anywhere = true,
                                 .description = "the page for addresses that do not exist"};

}  // namespace causerie
