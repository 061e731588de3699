#include "pages/article.h"

#include <algorithm>

#include "base/locale.h"
#include "formats/html.h"
#include "formats/json.h"
#include "pages/entry.h"
#include "pages/feed.h"
#include "pages/frame.h"
#include "pages/history.h"
#include "site/fill.h"

namespace causerie {
namespace {

constexpr std::size_t headings_for_contents = 4;  // `toc: auto` makes a table of contents from here on
constexpr int words_for_contents = 1500;
constexpr std::size_t most_mentions = 50;

bool wants_contents(const Essay& essay) {
  const Prose& prose = essay.body.prose;
  if (prose.headings.empty() || essay.contents == ContentsSetting::off) return false;
  if (essay.contents == ContentsSetting::on) return true;
  return prose.headings.size() >= headings_for_contents && prose.words >= words_for_contents;
}

// schema.org's BlogPosting, with the series that it is part of.
std::string structured_data(const PageContext& context, EssayId id) {
  const Essay& essay = context.site.source(id);
  const EssayView& view = context.site.view(id);
  if (!context.links.has_base() || !essay.date) return "";
  std::string json = "{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\"";
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) json += "," + json_quote(name) + ":" + json_quote(value);
  };
  add("headline", essay.title);
  add("url", context.links.absolute(view.path));
  add("inLanguage", view.language);
  add("datePublished", iso(*essay.date));
  if (view.updated) add("dateModified", iso(*view.updated));
  std::string authors;
  for (const Author& author : view.authors) {
    authors +=
        (authors.empty() ? "" : ",") + std::string("{\"@type\":\"Person\",\"name\":") + json_quote(author.name) + "}";
  }
  if (!authors.empty()) json += ",\"author\":[" + authors + "]";
  if (view.series) {
    json += ",\"isPartOf\":{\"@type\":\"CreativeWorkSeries\",\"name\":" +
            json_quote(context.site.source(*view.series).title) +
            ",\"url\":" + json_quote(context.links.absolute(context.site.view(*view.series).path)) + "}";
    if (view.part) json += ",\"position\":" + std::to_string(*view.part);
  }
  if (view.conversation.shown > 0) json += ",\"commentCount\":" + std::to_string(view.conversation.shown);
  return json + "}";
}

List author_list(const EssayView& view) {
  List list;
  for (const Author& author : view.authors) {
    const std::string url = author.person == nullptr ? "" : author.person->url;
    list.push_back(Record().set("name", author.name).set("url", percent_escape_url(url)));
  }
  return list;
}

List tag_list(const PageContext& context, const EssayView& view) {
  List list;
  for (const TagId id : view.tags) {
    const TagView& tag = context.site.tags[static_cast<std::size_t>(id.index)];
    list.push_back(Record().set("name", tag.name).set("href", SiteAddress{{"/tags/" + tag.slug + "/"}}));
  }
  return list;
}

List contents_list(const Essay& essay) {
  List list;
  for (const ProseHeading& heading : essay.body.prose.headings) {
    // A heading that is only an image is shown as its alternative text. One without any text would be a link without
    // words and is skipped.
    const std::string words = heading.html.empty() ? escape_html(heading.text) : heading.html;
    if (words.empty()) continue;
    list.push_back(Record()
                       .set("href", "#" + percent_escape_path(heading.id))
                       .set("heading", Html{words})
                       .set("level", std::to_string(heading.level)));
  }
  return list;
}

Record article_record(const PageContext& context, const LinkWriter& links, const Words& words, EssayId id) {
  const Essay& essay = context.site.source(id);
  const EssayView& view = context.site.view(id);
  List contents = wants_contents(essay) ? contents_list(essay) : List{};
  List tags = essay.is_listed ? tag_list(context, view) : List{};
  const std::shared_ptr<const SharedFields> told = list_entry(context, words, id);
  Record record;
  for (const char* name : {"title", "href", "date", "datetime", "reading_time", "comments", "mark"}) {
    record.set(name, *told->record.find(name));
  }
  record.set("standfirst", Html{essay.summary ? summary_html(context, links, words, id) : ""});
  record.set("updated", view.updated ? long_date(view.updated->day, words.language()) : "");
  record.set("updated_datetime", view.updated ? iso(*view.updated) : "");
  record.set("history", address_if(!view.revisions.empty(), history_path(view)));
  record.set("authors", author_list(view));
  record.set("has_tags", !tags.empty());
  record.set("tags", std::move(tags));
  record.set("has_contents", !contents.empty());
  record.set("contents", std::move(contents));
  record.set("params", essay.params);
  return record;
}

List about_authors(const PageContext& context, const LinkWriter& links, const Words& words, const EssayView& view) {
  List list;
  for (const Author& author : view.authors) {
    if (author.person == nullptr || author.person->bio.is_empty()) continue;
    const Person& person = *author.person;
    const Prose& prose = person.bio.prose;
    const std::string prefix =
        "nav-author-" + std::to_string(list.size() + 1) + "-";  // no heading's id begins with nav
    List ways;
    for (const LabelledLink& link : person.links) {
      const Resolved& resolved = context.references.labelled.at(&link);
      if (resolved.meaning != Meaning::target && resolved.meaning != Meaning::outside) continue;
      ways.push_back(Record().set("label", link.label).set("href", address_of(resolved)));
    }
    Record record;
    record.set("name", person.name).set("url", percent_escape_url(person.url));
    record.set("bio", Html{fill(prose.body, prose, context.references.passages.at(&person.bio), links,
                                LinkFilling::links, {words.prose(), prefix})});
    record.set("has_links", !ways.empty());
    record.set("links", std::move(ways));
    list.push_back(std::move(record));
  }
  return list;
}

std::string image_address(const PageContext& context, EssayId id) {
  const Resolved& image = context.references.images[static_cast<std::size_t>(id.index)];
  return image.meaning == Meaning::target ? context.links.absolute(image.path) : image.outside;
}

}  // namespace

Head index_head(const PageContext& context, std::optional<EssayId> index) {
  Head head;
  if (!index) return head;
  head.language = context.site.view(*index).language;
  head.image = image_address(context, *index);
  if (context.site.source(*index).summary) head.description = summary_text(context, *index);
  return head;
}

Head article_head(const PageContext& context, EssayId id) {
  const Essay& essay = context.site.source(id);
  const EssayView& view = context.site.view(id);
  Head head;
  head.heading = essay.title;
  head.description = summary_text(context, id);
  head.language = view.language;
  head.canonical = percent_escape_url(essay.canonical_url);
  head.image = image_address(context, id);
  head.is_article = essay.kind != EssayKind::page;
  head.is_hidden_from_search = !essay.is_listed || view.state != EssayState::published;
  if (view.series && has_series_feed(context, *view.series)) {
    head.feed = series_feed_path(context.site.view(*view.series));
    head.feed_title = context.site.source(*view.series).title;
  }
  if (head.is_article) head.structured_data = structured_data(context, id);
  return head;
}

void add_promises(const PageContext& context, EssayId id, Record& inputs) {
  const std::vector<ProseLink>& links = context.site.source(id).body.prose.links;
  const std::vector<Resolved>& resolved = context.references.bodies[static_cast<std::size_t>(id.index)].links;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::string name = std::string(promise_input) + links[i].destination;
    if (resolved[i].meaning == Meaning::promise && inputs.find(name) == nullptr) inputs.set(name, true);
  }
}

void add_mentions(const PageContext& context, const Words& words, std::span<const Mention> mentions, Record& inputs) {
  if (mentions.empty()) {
    inputs.set("mentions", false);
    return;
  }
  List items;
  for (const Mention& mention : mentions.first(std::min(mentions.size(), most_mentions))) {
    const std::string title =
        mention.essay ? title_of(context.site, *mention.essay) : context.site.source(*mention.series).title;
    const UrlPath& path =
        mention.essay ? context.site.view(*mention.essay).path : context.site.view(*mention.series).path;
    items.push_back(Record()
                        .set("title", title)
                        .set("href", SiteAddress{path})
                        .set("how", mention.was_promise ? words.text("promised_this") : ""));
  }
  const int more = static_cast<int>(mentions.size() - items.size());
  Record record;
  record.set("items", std::move(items)).set("more", more > 0 ? words.count("and_more", more) : "");
  inputs.set("mentions", std::move(record));
}

void add_article(const PageContext& context, const LinkWriter& links, const Words& words, EssayId id, Record& inputs) {
  const Essay& essay = context.site.source(id);
  const ResolvedText& resolved = context.references.bodies[static_cast<std::size_t>(id.index)];
  inputs.set("article", article_record(context, links, words, id));
  inputs.set("body",
             Later{fill_fingerprint(essay.body, resolved, links, {words.prose()}), [&essay, &resolved, &words, links] {
                     const Prose& prose = essay.body.prose;
                     return Value(
                         Html{fill(html_of(essay)->body, prose, resolved, links, LinkFilling::links, {words.prose()})});
                   }});
  add_mentions(context, words, context.references.essay_mentions[static_cast<std::size_t>(id.index)], inputs);
  List about = about_authors(context, links, words, context.site.view(id));
  inputs.set("has_about_authors", !about.empty());
  inputs.set("about_authors", std::move(about));
}

}  // namespace causerie
