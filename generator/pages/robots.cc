#include "pages/page_kind.h"

namespace causerie {
namespace {

std::vector<Route> routes(const Site&) { return {{.path = {"/robots.txt"}}}; }

Record inputs(const PageContext& context, const Route&) {
  return Record().set("sitemap", context.links.absolute({"/sitemap.xml"}));
}

std::string write(const Record& record) {
  const std::string& sitemap = std::get<std::string>(record.find("sitemap")->state());
  return "User-agent: *\nAllow: /\n" + (sitemap.empty() ? "" : "\nSitemap: " + sitemap + "\n");
}

}  // namespace

extern const PageKind robots_page;
const PageKind robots_page = {.name = "robots",
                              .routes = routes,
                              .inputs = inputs,
                              .write = write,
                              .description = "which tells search engines where the sitemap is"};

}  // namespace causerie
