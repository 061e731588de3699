#include "pages/feed.h"

#include <algorithm>

#include "formats/xml.h"
#include "pages/entry.h"
#include "site/fill.h"

namespace causerie {
namespace {

// Returns the dated essays of `ids`, which are newest first.
std::vector<EssayId> dated(const Site& site, std::span<const EssayId> ids) {
  std::vector<EssayId> result;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(result),
               [&](EssayId id) { return site.source(id).date.has_value(); });
  return result;
}

std::vector<EssayId> dated_parts(const Site& site, SeriesId id) {
  std::vector<EssayId> ids;
  for (const Part& part : site.view(id).parts) {
    if (part.is_shown && site.source(*part.essay).is_listed && site.source(*part.essay).date)
      ids.push_back(*part.essay);
  }
  std::stable_sort(ids.begin(), ids.end(),
                   [&](EssayId a, EssayId b) { return site.source(a).date->instant > site.source(b).date->instant; });
  return ids;
}

bool has_dated(const Site& site, std::span<const EssayId> ids) {
  return std::any_of(ids.begin(), ids.end(), [&](EssayId id) { return site.source(id).date.has_value(); });
}

bool has_base(const Site& site) { return !site.file().base_url.empty(); }

// Returns an entry's identity: the essay's `id`, which survives a rename, else its path. RFC 4287 requires an IRI; an
// `id` that is neither a path nor an IRI becomes a tag URI (RFC 4151) of the site's host.
std::string identity(const PageContext& context, EssayId id) {
  const Essay& essay = context.site.source(id);
  if (essay.id.empty()) return context.links.absolute(context.site.view(id).path);
  if (essay.id.starts_with('/')) return context.links.absolute({essay.id});
  if (essay.id.find(':') != std::string::npos) return percent_escape_url(essay.id);
  std::string_view host = context.site.file().base_url;
  host.remove_prefix(host.find("//") + 2);
  return "tag:" + std::string(host.substr(0, host.find_first_of("/:"))) + "," + std::to_string(essay.date->day.year) +
         ":" + percent_escape_path(essay.id);
}

// A feed reader would take an entry that was changed before it was published for an old one.
const Date& last_change(const Site& site, EssayId id) {
  const Date& published = *site.source(id).date;
  const std::optional<Date>& updated = site.view(id).updated;
  return updated && updated->instant > published.instant ? *updated : published;
}

Value content_of(const PageContext& context, EssayId id) {
  const Essay& essay = context.site.source(id);
  const ResolvedText& resolved = context.references.bodies[static_cast<std::size_t>(id.index)];
  const LinkWriter links(context.links, context.site.view(id).path, LinkWriter::Way::absolute);
  const Words& words = context.theme.words_for(context.site.view(id).language);
  return Later{
      fill_fingerprint(essay.body, resolved, links, {words.prose()}), [&essay, &resolved, &words, links] {
        const Prose& prose = essay.body.prose;
        return Value(Html{fill(html_of(essay)->body, prose, resolved, links, LinkFilling::links, {words.prose()})});
      }};
}

Record feed_entry(const PageContext& context, EssayId id) {
  const Essay& essay = context.site.source(id);
  const EssayView& view = context.site.view(id);
  const LinkWriter links(context.links, view.path, LinkWriter::Way::absolute);
  List authors;
  for (const Author& author : view.authors) authors.push_back(Value(author.name));
  List categories;
  for (const TagId tag : view.tags)
    categories.push_back(Value(context.site.tags[static_cast<std::size_t>(tag.index)].name));
  Record record;
  record.set("id", identity(context, id));
  record.set("title", essay.title);
  record.set("href", context.links.absolute(view.path));
  record.set("language", view.language);
  record.set("published", rfc3339(*essay.date));
  record.set("updated", rfc3339(last_change(context.site, id)));
  record.set("summary", Html{summary_html(context, links, context.theme.words_for(view.language), id)});
  record.set("authors", std::move(authors)).set("categories", std::move(categories));
  record.set("content", content_of(context, id));
  return record;
}

Record feed_record(const PageContext& context, const Route& route, std::string title, std::string subtitle,
                   const UrlPath& page, std::span<const EssayId> ids, bool is_complete) {
  const SiteFile& file = context.site.file();
  Date latest;
  List list;
  for (const EssayId id : ids) {
    const Essay& essay = context.site.source(id);
    const Date& changed = last_change(context.site, id);
    if (list.empty() || changed.instant > latest.instant) latest = changed;
    list.push_back(context.fragments.record(FragmentKind::feed_entry, &essay,
                                            context.theme.words_for(context.site.view(id).language),
                                            [context, id] { return feed_entry(context, id); }));
  }
  Record record;
  record.set("id", context.links.absolute(page)).set("self", context.links.absolute(route.path));
  record.set("page", context.links.absolute(page));
  record.set("title", std::move(title)).set("subtitle", std::move(subtitle)).set("language", file.language);
  record.set("updated", rfc3339(latest)).set("author", file.author ? file.author->name : file.title);
  record.set("is_complete", is_complete).set("entries", std::move(list));
  return record;
}

std::string text_in(const Record& record, std::string_view name) {
  const Value* value = record.find(name);
  if (const auto* html = std::get_if<Html>(&value->state())) return html->text;
  return std::get<std::string>(value->state());
}

std::string write_feed(const Record& feed) {
  XmlWriter xml;
  const auto text = [&](std::string_view name) { return text_in(feed, name); };
  const bool is_complete = std::get<bool>(feed.find("is_complete")->state());
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"},
                    {"xmlns:fh", "http://purl.org/syndication/history/1.0"},
                    {"xml:lang", text("language")}});
  xml.element("id", text("id")).element("title", text("title"));
  if (!text("subtitle").empty()) xml.element("subtitle", text("subtitle"));
  xml.element("updated", text("updated"));
  xml.void_element("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", text("self")}});
  xml.void_element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", text("page")}});
  if (is_complete) xml.void_element("fh:complete");  // RFC 5005: the feed contains all entries of the series
  xml.open("author").element("name", text("author")).close("author");
  xml.element("generator", "Causerie");
  for (const Value& value : std::get<List>(feed.find("entries")->state())) {
    const Value made = std::get<Later>(value.state()).make();
    const Record& entry = std::get<Record>(made.state());
    xml.open("entry", {{"xml:lang", text_in(entry, "language")}});
    xml.element("id", text_in(entry, "id")).element("title", text_in(entry, "title"));
    xml.void_element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", text_in(entry, "href")}});
    xml.element("published", text_in(entry, "published")).element("updated", text_in(entry, "updated"));
    for (const Value& author : std::get<List>(entry.find("authors")->state())) {
      xml.open("author").element("name", std::get<std::string>(author.state())).close("author");
    }
    for (const Value& category : std::get<List>(entry.find("categories")->state())) {
      xml.void_element("category", {{"term", std::get<std::string>(category.state())}});
    }
    if (!text_in(entry, "summary").empty()) xml.element("summary", text_in(entry, "summary"), {{"type", "html"}});
    const Value content = std::get<Later>(entry.find("content")->state()).make();
    xml.element("content", std::get<Html>(content.state()).text, {{"type", "html"}});
    xml.close("entry");
  }
  xml.close("feed");
  return xml.finish();
}

std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  if (!has_base(site)) return result;
  if (has_dated(site, site.listed)) result.push_back({.path = site_feed_path()});
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    if (dated_parts(site, {s}).empty()) continue;
    result.push_back({.path = series_feed_path(site.view(SeriesId{s})), .subject = SeriesId{s}});
  }
  for (int t = 0; t < static_cast<int>(site.tags.size()); ++t) {
    const TagView& tag = site.tags[static_cast<std::size_t>(t)];
    if (has_dated(site, tag.essays)) result.push_back({.path = tag_feed_path(tag), .subject = TagId{t}});
  }
  return result;
}

Record inputs(const PageContext& context, const Route& route) {
  const Site& site = context.site;
  const auto newest = [&](std::vector<EssayId> ids) {
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(site.file().feed_limit)));
    return ids;
  };
  if (const auto* id = std::any_cast<SeriesId>(&route.subject)) {
    const Series& series = site.source(*id);
    const SeriesView& view = site.view(*id);
    const bool is_complete = series.is_complete && view.planned == 0;
    return feed_record(
        context, route, series.title + " · " + site.file().title,
        plain_summary(context, series.description, context.references.series[static_cast<std::size_t>(id->index)]),
        view.path, dated_parts(site, *id), is_complete);
  }
  if (const auto* id = std::any_cast<TagId>(&route.subject)) {
    const TagView& tag = site.tags[static_cast<std::size_t>(id->index)];
    return feed_record(context, route, tag.title + " · " + site.file().title, "", {"/tags/" + tag.slug + "/"},
                       newest(dated(site, tag.essays)), false);
  }
  return feed_record(context, route, site.file().title, site.file().description, {"/"},
                     newest(dated(site, site.listed)), false);
}

// The title of a tag is used for its feed too; other feeds have none.
std::string feed_link_title(const Site& site, const Route& route) {
  const auto* tag = std::any_cast<TagId>(&route.subject);
  return tag != nullptr ? site.tags[static_cast<std::size_t>(tag->index)].title : "";
}

}  // namespace

bool has_site_feed(const PageContext& context) {
  return has_base(context.site) && has_dated(context.site, context.site.listed);
}

bool has_series_feed(const PageContext& context, SeriesId id) {
  if (!has_base(context.site)) return false;
  const auto& parts = context.site.view(id).parts;
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return part.is_shown && context.site.source(*part.essay).is_listed && context.site.source(*part.essay).date;
  });
}

bool has_tag_feed(const PageContext& context, TagId id) {
  return has_base(context.site) &&
         has_dated(context.site, context.site.tags[static_cast<std::size_t>(id.index)].essays);
}

UrlPath site_feed_path() { return {"/feed.xml"}; }
UrlPath series_feed_path(const SeriesView& series) { return {series.path.text + "feed.xml"}; }
UrlPath tag_feed_path(const TagView& tag) { return {"/tags/" + tag.slug + "/feed.xml"}; }

extern const PageKind feed_page;
const PageKind feed_page = {.name = "feed",
                            .routes = routes,
                            .inputs = inputs,
                            .write = write_feed,
                            .title = feed_link_title,
                            .description = "a feed"};

}  // namespace causerie
