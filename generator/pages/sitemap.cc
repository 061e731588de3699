// The pages that search engines should know (sitemaps.org). A sitemap contains at most 50,000; for more, it is an index
// of several.
#include <fmt/format.h>

#include <algorithm>

#include "formats/xml.h"
#include "pages/page_kind.h"
#include "pages/year_list.h"

namespace causerie {
namespace {

constexpr std::size_t most_pages = 50'000;
constexpr std::string_view xml_namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

struct Listed {
  UrlPath path;
  std::optional<Date> changed;
};

// Returns the canonical pages, without the 404 page, redirects and unlisted essays, sorted by path.
std::vector<Listed> listed_pages(const Site& site) {
  std::vector<Listed> pages;
  const auto add = [&](const UrlPath& path, const std::optional<Date>& changed = {}) {
    pages.push_back({path, changed});
  };
  const auto add_years = [&](const UrlPath& list, std::span<const EssayId> ids) {
    add(list);
    for (const int year : years_apart(site, ids)) add(year_path(list, year));
  };
  add({"/"});
  add_years({"/archive/"}, site.listed);
  if (!site.tags.empty()) add({"/tags/"});
  for (const TagView& tag : site.tags) add_years({"/tags/" + tag.slug + "/"}, tag.essays);
  for (const FolderView& folder : site.folders) add(folder.path);
  for (const SeriesView& series : site.series) {
    if (series.is_shown()) add(series.path);
  }
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    const bool is_own_page =
        essay.kind == EssayKind::part || essay.kind == EssayKind::stand_alone || essay.kind == EssayKind::page;
    if (!is_own_page || !site.view(id).is_shown || !essay.is_listed || !essay.canonical_url.empty()) continue;
    add(site.view(id).path, site.view(id).updated ? site.view(id).updated : essay.date);
  }
  std::sort(pages.begin(), pages.end(), [](const Listed& a, const Listed& b) { return a.path < b.path; });
  return pages;
}

UrlPath piece_path(std::size_t number) { return {fmt::format("/sitemap-{}.xml", number)}; }

std::size_t piece_count(std::size_t pages) { return (pages + most_pages - 1) / most_pages; }

std::vector<Route> routes(const Site& site) {
  if (site.file().base_url.empty()) return {};
  std::vector<Route> result{{.path = {"/sitemap.xml"}}};
  const std::size_t pieces = piece_count(listed_pages(site).size());
  for (std::size_t n = 1; pieces > 1 && n <= pieces; ++n) {
    result.push_back({.path = piece_path(n), .subject = n});
  }
  return result;
}

Record inputs(const PageContext& context, const Route& route) {
  const std::vector<Listed> pages = listed_pages(context.site);
  const std::size_t pieces = piece_count(pages.size());
  const auto* piece = std::any_cast<std::size_t>(&route.subject);  // null for the sitemap itself
  List urls;
  const auto add = [&](const UrlPath& path, std::string changed) {
    urls.push_back(Record().set("loc", context.links.absolute(path)).set("lastmod", std::move(changed)));
  };
  const bool is_index = piece == nullptr && pieces > 1;
  for (std::size_t n = 1; is_index && n <= pieces; ++n) add(piece_path(n), "");
  const std::size_t first = piece == nullptr ? 0 : (*piece - 1) * most_pages;
  for (std::size_t i = first; !is_index && i < std::min(pages.size(), first + most_pages); ++i) {
    add(pages[i].path, pages[i].changed ? iso(pages[i].changed->day) : "");
  }
  return Record().set("is_index", is_index).set("urls", std::move(urls));
}

std::string write(const Record& record) {
  const bool is_index = std::get<bool>(record.find("is_index")->state());
  const std::string_view list = is_index ? "sitemapindex" : "urlset", item = is_index ? "sitemap" : "url";
  XmlWriter xml;
  xml.open(list, {{"xmlns", xml_namespace}});
  for (const Value& value : std::get<List>(record.find("urls")->state())) {
    const Record& url = std::get<Record>(value.state());
    const auto text = [&](std::string_view name) { return std::get<std::string>(url.find(name)->state()); };
    xml.open(item).element("loc", text("loc"));
    if (!text("lastmod").empty()) xml.element("lastmod", text("lastmod"));
    xml.close(item);
  }
  xml.close(list);
  return xml.finish();
}

}  // namespace

extern const PageKind sitemap_page;
const PageKind sitemap_page = {.name = "sitemap",
                               .routes = routes,
                               .inputs = inputs,
                               .write = write,
                               .description = "the pages that search engines should know"};

}  // namespace causerie
