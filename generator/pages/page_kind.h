// A page kind says which pages exist and what each is made of. It never sees HTML but as a value, a path on disk, or
// another page.
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

// Everything that an input may be made of. It outlives rendering: what is made Later refers to it.
struct PageContext {
  const Site& site;
  const References& references;
  const Links& links;
  const Theme& theme;
  const FragmentCache& fragments;
};

// Either a layout fills the page, or `write` makes its bytes of the record.
struct PageKind {
  std::string_view name;
  std::string_view layout = {};
  std::span<const Field> shape = {};
  std::vector<Route> (*routes)(const Site&);
  Record (*inputs)(const PageContext&, const Route&);
  std::string (*write)(const Record&) = nullptr;
  bool (*is_wanted)(const SiteFile&) = nullptr;  // whether the site can have such pages; nothing: every site can
};

// The table: each kind is a constant of its own file.
std::span<const PageKind* const> page_kinds();

extern const PageKind redirect_page;  // its routes are asked for where `_redirects` lists them

// The layouts that there are, with what each may name; and which of them a theme must have for this site.
std::vector<LayoutShape> layout_shapes();
std::vector<LayoutShape> layout_shapes(const SiteFile&);

}  // namespace causerie
