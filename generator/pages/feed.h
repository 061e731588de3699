// The Atom feeds (RFC 4287) of the site, of each series and of each tag. There is none without a base_url or without a
// dated essay that is shown: a feed must state when it was updated.
#pragma once

#include "pages/page_kind.h"

namespace causerie {

bool has_site_feed(const PageContext&);
bool has_series_feed(const PageContext&, SeriesId);
bool has_tag_feed(const PageContext&, TagId);

UrlPath site_feed_path();
UrlPath series_feed_path(const SeriesView&);
UrlPath tag_feed_path(const TagView&);

}  // namespace causerie
