#include "base/locale.h"
#include "base/paths.h"
#include "formats/html.h"
#include "pages/article.h"
#include "pages/entry.h"
#include "pages/frame.h"
#include "pages/list_description.h"
#include "site/fill.h"

namespace causerie {
namespace {

constexpr Field folder_fields[] = {
    {"title", {ShapeKind::text}, "the title of its index.md, or the folder's name"},
    {"body", {ShapeKind::html}, "the text of its index.md; may be empty"},
};

constexpr Field own_fields[] = {
    {"folder", {ShapeKind::record, folder_fields}, "the folder"},
    {"entries", {ShapeKind::list, entry_fields}, "its essays, newest first"},
    {"has_entries", {ShapeKind::flag}, "true if the list is not empty"},
};
constexpr auto shape = framed(own_fields);

// One route for each folder of stand-alone essays that shows at least one. Its source is the index.md, if there is one.
std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int f = 0; f < static_cast<int>(site.folders.size()); ++f) {
    const FolderView& folder = site.folders[static_cast<std::size_t>(f)];
    const std::string file = folder.index ? site.source(*folder.index).source : "content/" + folder.name;
    result.push_back({.path = folder.path, .source = {file, {}}, .subject = FolderId{f}});
  }
  return result;
}

const FolderView& folder_on(const Site& site, const Route& route) {
  return site.folders[static_cast<std::size_t>(std::any_cast<FolderId>(route.subject).index)];
}

// A folder's name is not a title.
std::string folder_link_title(const Site& site, const Route& route) {
  const FolderView& folder = folder_on(site, route);
  return folder.index ? title_of(site, *folder.index) : "";
}

// "essays" is a folder's name, "Essays" is a title.
std::string title_of_folder(const Site& site, const FolderView& folder, const std::string& language) {
  return folder.index ? title_of(site, *folder.index) : capitalized(name_of(folder.name), language);
}

Record inputs(const PageContext& context, const Route& route) {
  const FolderView& folder = folder_on(context.site, route);
  Head head = index_head(context, folder.index);
  head.heading = title_of_folder(context.site, folder, context.site.file().language);
  const LinkWriter links = links_on(context, route);
  const Words& words = words_on(context, head);
  std::string text;
  if (folder.index) {
    const Essay& essay = context.site.source(*folder.index);
    text = fill(html_of(essay)->body, essay.body.prose,
                context.references.bodies[static_cast<std::size_t>(folder.index->index)], links, LinkFilling::links,
                {words.prose()});
    if (head.description.empty()) head.description = summary_text(context, *folder.index);
  }
  if (head.description.empty()) {
    head.description =
        list_description(context, words.count("posts", static_cast<int>(folder.essays.size())), folder.essays);
  }
  Record record = frame(context, route, head);
  record.set("folder", Record().set("title", head.heading).set("body", Html{std::move(text)}));
  record.set("has_entries", !folder.essays.empty()).set("entries", entries(context, words, folder.essays));
  return record;
}

}  // namespace

extern const PageKind folder_page;
const PageKind folder_page = {.name = "folder",
                              .layout = "folder",
                              .shape = shape,
                              .routes = routes,
                              .inputs = inputs,
                              .title = folder_link_title};

}  // namespace causerie
