#include "pages/frame.h"

#include "base/locale.h"
#include "pages/feed.h"

namespace causerie {
namespace {

// A host shows this page at any address that it does not know.
bool is_shown_anywhere(const Route& route) { return route.path.text == "/404.html"; }

List menu(const PageContext& context, const LinkWriter& links) {
  List list;
  for (const LabelledLink& link : context.site.file().menu) {
    const Resolved& resolved = context.references.labelled.at(&link);
    const bool is_place = resolved.meaning == Meaning::place;
    if (!is_place && resolved.meaning != Meaning::outside) continue;  // a promise has no place in a menu yet
    Record entry;
    entry.set("label", link.label);
    entry.set("href", is_place ? links.to(resolved.path, resolved.fragment) : percent_escape_url(resolved.outside));
    entry.set("is_current", is_place && resolved.path == links.page());
    list.push_back(std::move(entry));
  }
  return list;
}

Record site_record(const PageContext& context, const LinkWriter& links) {
  const SiteFile& file = context.site.file();
  List entries = menu(context, links);
  Record record;
  record.set("title", file.title);
  record.set("description", file.description);
  record.set("home", links.to({"/"}));
  record.set("archive", links.to({"/archive/"}));
  record.set("tags", context.site.tags.empty() ? "" : links.to({"/tags/"}));
  record.set("feed", has_site_feed(context) ? links.to(site_feed_path()) : "");
  record.set("has_menu", !entries.empty());
  record.set("menu", std::move(entries));
  record.set("is_home", links.page() == UrlPath{"/"});
  record.set("generator", "Causerie " CAUSERIE_VERSION);
  return record;
}

List feed_list(const PageContext& context, const LinkWriter& links, const Head& head) {
  List list;
  const auto add = [&](std::string title, const UrlPath& path) {
    list.push_back(Record().set("title", std::move(title)).set("href", links.to(path)));
  };
  if (has_site_feed(context)) add(context.site.file().title, site_feed_path());
  if (head.feed) add(head.feed_title, *head.feed);
  return list;
}

Record page_record(const PageContext& context, const Route& route, const LinkWriter& links, const Head& head) {
  const SiteFile& file = context.site.file();
  const std::string& language = head.language.empty() ? file.language : head.language;
  const bool is_site_itself = head.heading.empty() || head.heading == file.title;
  Record record;
  record.set("title", is_site_itself ? file.title : head.heading + " · " + file.title);
  record.set("heading", head.heading.empty() ? file.title : head.heading);
  record.set("description", head.description);
  record.set("language", language);
  record.set("direction", is_right_to_left(language) ? "rtl" : "ltr");
  const std::string own_address = is_shown_anywhere(route) ? "" : context.links.absolute(route.path);
  record.set("canonical", head.canonical.empty() ? own_address : head.canonical);
  record.set("image", head.image);
  record.set("type", head.is_article ? "article" : "website");
  record.set("is_hidden_from_search", head.is_hidden_from_search);
  record.set("feeds", feed_list(context, links, head));
  record.set("structured_data", Html{head.structured_data});
  return record;
}

}  // namespace

LinkWriter links_on(const PageContext& context, const Route& route) {
  return {context.links, route.path, is_shown_anywhere(route) ? LinkWriter::Way::rooted : LinkWriter::Way::relative};
}

const Words& words_on(const PageContext& context, const Head& head) {
  return context.theme.words_for(head.language.empty() ? context.site.file().language : head.language);
}

Record frame(const PageContext& context, const Route& route, const Head& head) {
  const LinkWriter links = links_on(context, route);
  const Words& words = words_on(context, head);
  Record record;
  record.set("site", site_record(context, links));
  record.set("page", page_record(context, route, links, head));
  record.set("words", words.record());
  record.set("asset", asset_record(context.theme.assets, [&](std::string_view output) {
               return links.to(UrlPath{"/" + std::string(output)});
             }));
  record.set("params", context.theme.params);
  return record;
}

}  // namespace causerie
