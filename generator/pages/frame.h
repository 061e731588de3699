// The fields that every page has, whatever its kind: the site, the page itself, the words of its language, assets,
// params.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "pages/page_kind.h"
#include "theme/shape.h"

namespace causerie {

inline constexpr Field menu_fields[] = {
    {"label", {ShapeKind::text}, "the text of the entry"},
    {"href", {ShapeKind::text}, "where it leads"},
    {"is_current", {ShapeKind::flag}, "true if it leads to this page"},
};

inline constexpr Field feed_link_fields[] = {
    {"title", {ShapeKind::text}, "what the feed contains"},
    {"href", {ShapeKind::text}, "its address"},
};

inline constexpr Field site_fields[] = {
    {"title", {ShapeKind::text}, "the site's title"},
    {"description", {ShapeKind::text}, "one sentence about the site; may be empty"},
    {"home", {ShapeKind::text}, "link to the home page"},
    {"archive", {ShapeKind::text}, "link to the archive"},
    {"tags", {ShapeKind::text}, "link to the list of tags; empty if there are none"},
    {"feed", {ShapeKind::text}, "link to the site's feed; empty without a base_url"},
    {"menu", {ShapeKind::list, menu_fields}, "the menu of site.yaml"},
    {"has_menu", {ShapeKind::flag}, "true if the menu has entries"},
    {"is_home", {ShapeKind::flag}, "true if this page is the home page"},
    {"generator", {ShapeKind::text}, "\"Causerie\" and its version, for the meta element"},
};

inline constexpr Field page_fields[] = {
    {"title", {ShapeKind::text}, "for the title element: the page's title and the site's"},
    {"heading", {ShapeKind::text}, "the page's own title"},
    {"description", {ShapeKind::text}, "plain text for meta elements; without any, the heading"},
    {"language", {ShapeKind::text}, "BCP 47 tag of the page"},
    {"direction", {ShapeKind::text}, "ltr or rtl"},
    {"canonical", {ShapeKind::text}, "its absolute address; empty without a base_url"},
    {"image", {ShapeKind::text}, "absolute address of its picture; may be empty"},
    {"type", {ShapeKind::text}, "Open Graph's type: article or website"},
    {"is_hidden_from_search", {ShapeKind::flag}, "true if search engines should leave it out"},
    {"feeds", {ShapeKind::list, feed_link_fields}, "the feeds to list in the head: the site's, then the page's own"},
    {"structured_data", {ShapeKind::html}, "schema.org's JSON-LD for a script element; may be empty"},
};

inline constexpr std::array frame_fields = {
    Field{"site", {ShapeKind::record, site_fields}, "the site around the page"},
    Field{"page", {ShapeKind::record, page_fields}, "the page itself, for its head"},
    Field{"words",
          {ShapeKind::words},
          "the words of the page's language, from i18n/; {{{words.language_attributes}}} for their elements"},
    Field{"asset", {ShapeKind::assets}, "links to the theme's assets, by name: asset.style_css"},
    Field{"params", {ShapeKind::params}, "the theme's params, overridden by those of site.yaml"},
};

// Returns the frame's fields and a page kind's own as one shape.
template <std::size_t N>
constexpr std::array<Field, frame_fields.size() + N> framed(const Field (&own)[N]) {
  std::array<Field, frame_fields.size() + N> all{};
  std::size_t i = 0;
  for (const Field& field : frame_fields) all[i++] = field;
  for (const Field& field : own) all[i++] = field;
  return all;
}

// What a page passes to its frame.
struct Head {
  std::string heading;
  std::string description;  // plain text; empty: the heading
  std::string language;     // empty: the site's
  std::string canonical;    // empty: its own absolute address
  std::string image;        // absolute address
  bool is_article = false;
  bool is_hidden_from_search = false;
  std::optional<UrlPath> feed;  // its own, in addition to the site's
  std::string feed_title;
  std::string structured_data;  // JSON-LD
};

// Returns the frame's fields; a page kind adds its own.
Record frame(const PageContext&, const Route&, const Head&);

// How links are written on a page: relative, or from the root if a host may show the page at any depth.
LinkWriter links_on(const PageContext&, const Route&);

// Links as values.
Value address_of(const Resolved&);         // a link inside or outside the site
Value address_if(bool is_there, UrlPath);  // empty text unless `is_there`

const Words& words_on(const PageContext&, const Head&);

}  // namespace causerie
