#include "pages/page_kind.h"

#include <algorithm>
#include <array>

namespace causerie {

extern const PageKind home_page, series_page, essay_page, page_page, history_page, folder_page, archive_page, tags_page,
    tag_page, not_found_page, redirect_page, feed_page, sitemap_page, robots_page, redirects_file, headers_file,
    nojekyll_file;

std::span<const PageKind* const> page_kinds() {
  static constexpr std::array table = {
      &home_page,    &series_page, &essay_page,     &page_page,      &history_page,  &folder_page,
      &archive_page, &tags_page,   &tag_page,       &not_found_page, &redirect_page, &feed_page,
      &sitemap_page, &robots_page, &redirects_file, &headers_file,   &nojekyll_file,
  };
  return table;
}

std::vector<LayoutShape> layout_shapes() {
  std::vector<LayoutShape> shapes;
  for (const PageKind* kind : page_kinds()) {
    if (!kind->layout.empty()) shapes.push_back({kind->layout, {ShapeKind::record, kind->shape}});
  }
  return shapes;
}

std::vector<LayoutShape> layout_shapes(const SiteFile& site) {
  std::vector<LayoutShape> shapes = layout_shapes();
  for (LayoutShape& shape : shapes) {
    const auto is_unwanted = [&](const PageKind* kind) {
      return kind->layout != shape.layout || (kind->is_wanted != nullptr && !kind->is_wanted(site));
    };
    shape.is_needed = !std::all_of(page_kinds().begin(), page_kinds().end(), is_unwanted);
  }
  return shapes;
}

}  // namespace causerie
