#include <algorithm>

#include "formats/xml.h"
#include "pages/page_kind.h"

namespace causerie {
namespace {

std::vector<Route> routes(const Site& site) {
  if (site.file().base_url.empty()) return {};
  return {{{"/sitemap.xml"}, "sitemap", Whole{}, {}}};
}

// Pages that a search engine should know: canonical ones, and no 404, redirect or unlisted essay.
Record inputs(const PageContext& context, const Route&) {
  const Site& site = context.site;
  List urls;
  const auto add = [&](const UrlPath& path, std::string changed) {
    urls.push_back(Record().set("loc", context.links.absolute(path)).set("lastmod", std::move(changed)));
  };
  add({"/"}, "");
  add({"/archive/"}, "");
  if (!site.tags.empty()) add({"/tags/"}, "");
  for (const TagView& tag : site.tags) add({"/tags/" + tag.slug + "/"}, "");
  for (const FolderView& folder : site.folders) add(folder.path, "");
  for (const SeriesView& series : site.series) {
    if (series.is_shown()) add(series.path, "");
  }
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    const bool is_own_page =
        essay.kind == EssayKind::part || essay.kind == EssayKind::stand_alone || essay.kind == EssayKind::page;
    if (!is_own_page || !site.view(id).is_shown || !essay.is_listed || !essay.canonical_url.empty()) continue;
    const auto& changed = essay.updated ? essay.updated : essay.date;
    add(site.view(id).path, changed ? iso(changed->day) : "");
  }
  std::sort(urls.begin(), urls.end(), [](const Value& a, const Value& b) {
    const auto loc = [](const Value& value) -> const std::string& {
      return std::get<std::string>(std::get<Record>(value.state()).find("loc")->state());
    };
    return loc(a) < loc(b);
  });
  return Record().set("urls", std::move(urls));
}

std::string write(const Record& record) {
  XmlWriter xml;
  xml.open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}});
  for (const Value& value : std::get<List>(record.find("urls")->state())) {
    const Record& url = std::get<Record>(value.state());
    const auto text = [&](std::string_view name) { return std::get<std::string>(url.find(name)->state()); };
    xml.open("url").element("loc", text("loc"));
    if (!text("lastmod").empty()) xml.element("lastmod", text("lastmod"));
    xml.close("url");
  }
  xml.close("urlset");
  return xml.finish();
}

}  // namespace

extern const PageKind sitemap_page;
const PageKind sitemap_page = {.name = "sitemap", .routes = routes, .inputs = inputs, .write = write};

}  // namespace causerie
