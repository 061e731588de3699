// The file `_redirects`: old addresses for hosts that can redirect a reader themselves, in the format that Netlify and
// Cloudflare Pages read. On other hosts the pages of pages/redirect.cc do it.
#include <fmt/format.h>

#include "pages/page_kind.h"

namespace causerie {
namespace {

std::vector<Route> routes(const Site& site) {
  if (redirect_page.routes(site).empty()) return {};
  return {{.path = {"/_redirects"}}};
}

// Rules by essay, in the order in which the writer listed the aliases.
Record inputs(const PageContext& context, const Route&) {
  List rules;
  for (const Route& alias : redirect_page.routes(context.site)) {
    const EssayId essay = *alias.essay;
    rules.emplace_back(fmt::format("{} {} 301", context.links.rooted(alias.path),
                                   context.links.rooted(context.site.view(essay).path)));
  }
  return Record().set("rules", std::move(rules));
}

std::string write(const Record& record) {
  std::string lines;
  for (const Value& rule : std::get<List>(record.find("rules")->state())) {
    lines += std::get<std::string>(rule.state()) + "\n";
  }
  return lines;
}

}  // namespace

extern const PageKind redirects_file;
const PageKind redirects_file = {.name = "redirects",
                                 .routes = routes,
                                 .inputs = inputs,
                                 .write = write,
                                 .description = "the list of aliases that hosts redirect"};

}  // namespace causerie
