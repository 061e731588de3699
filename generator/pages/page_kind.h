// A page kind defines which pages exist and what each is made from. It does not handle HTML except as a value, and
// knows nothing of paths on disk or other pages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/value.h"
#include "pages/fragment_cache.h"
#include "site/links.h"
#include "site/references.h"
#include "site/routes.h"
#include "site/site.h"
#include "theme/shape.h"
#include "theme/theme.h"

namespace causerie {

// Everything that an input may be made from. The objects outlive rendering, because `Later` values refer to them.
struct PageContext {
  const Site& site;
  const References& references;
  const Links& links;
  const Theme& theme;
  const FragmentCache& fragments;
};

// Either a layout renders the page, or `write` makes its bytes from the record. Everything that is particular to a kind
// is here and in its file; nothing else distinguishes kinds, or looks them up by name.
struct PageKind {
  std::string_view name;
  std::string_view layout = {};
  std::span<const Field> shape = {};
  std::vector<Route> (*routes)(const Site&);
  Record (*inputs)(const PageContext&, const Route&);
  std::string (*write)(const Record&) = nullptr;
  bool (*is_wanted)(const SiteFile&) = nullptr;  // whether the site can have such pages; null: every site can
  // The text of a link without words to such a page; if it returns an empty text, or is null, a link must have words.
  // Not called for a route that is the page of an essay or series: its title is known.
  std::string (*title)(const Site&, const Route&) = nullptr;
  bool is_shown_anywhere = false;     // a host shows it at other addresses than its own
  std::string_view description = {};  // "the archive"; for kinds that a page of the writer's may replace
};

// The table of page kinds: each is a constant in its own file.
std::span<const PageKind* const> page_kinds();

extern const PageKind redirect_page;  // declared because `_redirects` lists its routes

// Returns all layouts, with the names that each may use; for a site, also which of them its theme must have.
std::vector<LayoutShape> layout_shapes();
std::vector<LayoutShape> layout_shapes(const SiteFile&);

}  // namespace causerie
