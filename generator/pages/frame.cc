#include "pages/frame.h"

#include "base/locale.h"
#include "pages/feed.h"

namespace causerie {
namespace {

List menu(const PageContext& context, const UrlPath& here) {
  List list;
  for (const LabelledLink& link : context.site.file().menu) {
    const Resolved& resolved = context.references.labelled.at(&link);
    const bool is_place = resolved.meaning == Meaning::target;
    if (!is_place && resolved.meaning != Meaning::outside) continue;  // a promise is not in the menu until it is kept
    Record entry;
    entry.set("label", link.label);
    entry.set("href", address_of(resolved));
    entry.set("is_current", is_place && resolved.path == here);
    list.push_back(std::move(entry));
  }
  return list;
}

// The site's fields that are the same on all pages.
Record site_fields_of(const PageContext& context) {
  const SiteFile& file = context.site.file();
  Record record;
  record.set("title", file.title);
  record.set("description", file.description);
  record.set("home", SiteAddress{{"/"}});
  record.set("archive", SiteAddress{{"/archive/"}});
  record.set("tags", address_if(!context.site.tags.empty(), {"/tags/"}));
  record.set("feed", address_if(has_site_feed(context), site_feed_path()));
  record.set("generator", "Causerie " CAUSERIE_VERSION);
  return record;
}

Record site_record(const PageContext& context, const Words& words, const UrlPath& here) {
  Record record(context.fragments.fields(FragmentKind::site, &context.site.file(), words,
                                         [&] { return site_fields_of(context); }));
  List entries = menu(context, here);
  record.set("has_menu", !entries.empty());
  record.set("menu", std::move(entries));
  record.set("is_home", here == UrlPath{"/"});
  return record;
}

List feed_list(const PageContext& context, const Head& head) {
  List list;
  const auto add = [&](std::string title, const UrlPath& path) {
    list.push_back(Record().set("title", std::move(title)).set("href", SiteAddress{path}));
  };
  if (has_site_feed(context)) add(context.site.file().title, site_feed_path());
  if (head.feed) add(head.feed_title, *head.feed);
  return list;
}

Record page_record(const PageContext& context, const Route& route, const Head& head) {
  const SiteFile& file = context.site.file();
  const std::string& language = head.language.empty() ? file.language : head.language;
  const bool is_site_itself = head.heading.empty() || head.heading == file.title;
  Record record;
  record.set("title", is_site_itself ? file.title : head.heading + " · " + file.title);
  const std::string& heading = head.heading.empty() ? file.title : head.heading;
  record.set("heading", heading);
  record.set("description", head.description.empty() ? heading : head.description);
  record.set("language", language);
  record.set("direction", is_right_to_left(language) ? "rtl" : "ltr");
  const std::string own_address = route.kind->is_shown_anywhere ? "" : context.links.absolute(route.path);
  record.set("canonical", head.canonical.empty() ? own_address : head.canonical);
  record.set("image", head.image);
  record.set("type", head.is_article ? "article" : "website");
  record.set("is_hidden_from_search", head.is_hidden_from_search);
  record.set("feeds", feed_list(context, head));
  record.set("structured_data", Html{head.structured_data});
  return record;
}

}  // namespace

Value address_of(const Resolved& resolved) {
  if (resolved.meaning == Meaning::target) return SiteAddress{resolved.path, resolved.fragment};
  return percent_escape_url(resolved.outside);
}

Value address_if(bool is_there, UrlPath path) { return is_there ? Value(SiteAddress{std::move(path)}) : Value(""); }

LinkWriter links_on(const PageContext& context, const Route& route) {
  return {context.links, route.path,
          route.kind->is_shown_anywhere ? LinkWriter::Way::rooted : LinkWriter::Way::relative};
}

const Words& words_on(const PageContext& context, const Head& head) {
  return context.theme.words_for(head.language.empty() ? context.site.file().language : head.language);
}

Record frame(const PageContext& context, const Route& route, const Head& head) {
  const Words& words = words_on(context, head);
  const std::vector<Asset>& assets = context.theme.assets;
  Record record;
  record.set("site", site_record(context, words, route.path));
  record.set("page", page_record(context, route, head));
  record.set("words", words.record());
  record.set("asset", Record(context.fragments.fields(FragmentKind::assets, &assets, words,
                                                      [&] { return asset_record(assets); })));
  record.set("params", context.theme.params);
  return record;
}

}  // namespace causerie
