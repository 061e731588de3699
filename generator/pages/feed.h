// The Atom feeds (RFC 4287): the site's, each series' and each tag's. There is none without a base_url, nor where no
// dated essay is shown: a feed must say when it changed.
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
