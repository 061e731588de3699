// What essays and stand-alone pages have in common.
#pragma once

#include "pages/frame.h"
#include "pages/page_kind.h"
#include "theme/shape.h"

namespace causerie {

inline constexpr Field author_fields[] = {
    {"name", {ShapeKind::text}, "the name"},
    {"url", {ShapeKind::text}, "the author's web page; may be empty"},
};

inline constexpr Field about_author_link_fields[] = {
    {"label", {ShapeKind::text}, "the text of the link"},
    {"href", {ShapeKind::text}, "where it leads"},
};

inline constexpr Field about_author_fields[] = {
    {"name", {ShapeKind::text}, "the name"},
    {"url", {ShapeKind::text}, "the author's web page; may be empty"},
    {"bio", {ShapeKind::html}, "a few lines; block HTML"},
    {"links", {ShapeKind::list, about_author_link_fields}, "the author's links"},
    {"has_links", {ShapeKind::flag}, "true if the list is not empty"},
};

inline constexpr Field tag_link_fields[] = {
    {"name", {ShapeKind::text}, "the tag"},
    {"href", {ShapeKind::text}, "link to its page"},
};

inline constexpr Field contents_fields[] = {
    {"href", {ShapeKind::text}, "link to the heading, on this page"},
    {"heading", {ShapeKind::html}, "the text of the heading"},
    {"level", {ShapeKind::text}, "2 to 6, for a class"},
};

inline constexpr Field article_fields[] = {
    {"title", {ShapeKind::text}, "the title"},
    {"standfirst", {ShapeKind::html}, "the summary, if the writer wrote one; inline HTML"},
    {"date", {ShapeKind::text}, "as text; may be empty"},
    {"datetime", {ShapeKind::text}, "for the datetime attribute"},
    {"updated", {ShapeKind::text}, "as text; empty if it was never updated"},
    {"updated_datetime", {ShapeKind::text}, "for the datetime attribute"},
    {"history", {ShapeKind::text}, "link to the list of changes; empty if there are none, or none are known"},
    {"reading_time", {ShapeKind::text}, "\"7 minutes\""},
    {"comments", {ShapeKind::text}, "\"12 comments\", for a link to #comments; empty if none are shown"},
    {"href", {ShapeKind::text}, "the page's own address, for the h-entry's u-url"},
    {"authors", {ShapeKind::list, author_fields}, "who wrote it"},
    {"tags", {ShapeKind::list, tag_link_fields}, "its tags"},
    {"has_tags", {ShapeKind::flag}, "true if the list is not empty"},
    {"contents", {ShapeKind::list, contents_fields}, "its headings, if a table of contents is shown"},
    {"has_contents", {ShapeKind::flag}, "true if a table of contents is shown"},
    {"mark", {ShapeKind::html}, "\"Draft\" or \"Scheduled for DATE\" if such essays are shown; inline HTML"},
    {"params", {ShapeKind::params}, "the essay's own `params`"},
};

inline constexpr Field mention_fields[] = {
    {"title", {ShapeKind::text}, "the page's title"},
    {"href", {ShapeKind::text}, "link to it"},
    {"how", {ShapeKind::text}, "\"promised this\" or empty"},
};

inline constexpr Field mentions_fields[] = {
    {"items", {ShapeKind::list, mention_fields}, "up to 50 pages, reading order"},
    {"more", {ShapeKind::text}, "\"and 12 more\"; empty if all are listed"},
};

// Returns the head for the page of an essay or a stand-alone page.
Head article_head(const PageContext&, EssayId);

// Returns the head for a page that lists others, using its index.md if there is one.
Head index_head(const PageContext&, std::optional<EssayId> index);

// Sets `article`, `body`, `mentions`, `about_authors` and `has_about_authors`.
void add_article(const PageContext&, const LinkWriter& links, const Words& words, EssayId, Record& inputs);

// Sets an input `promise TEXT` for each reference in the text whose target is not published. No layout can use it: it
// exists so that `--explain` can report that the promise is kept once it is gone.
void add_promises(const PageContext&, EssayId, Record& inputs);
inline constexpr std::string_view promise_input = "promise ";

// Sets `mentions`; false if there are none.
void add_mentions(const PageContext&, const Words& words, std::span<const Mention>, Record& inputs);

}  // namespace causerie
