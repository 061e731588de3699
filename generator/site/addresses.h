// The addresses of essays, series and folders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/paths.h"
#include "content/content.h"
#include "site/site.h"

namespace causerie {

// Returns a folder's path as used in addresses, without slashes at its ends: the slug of each name. `source` is the
// file to report if a name contains no letter or digit.
std::string slugged_folder(std::string_view folder, const std::string& source, Diagnostics&);

// The same for the folder of each series, whose last name is the series' own slug if it has one. It is an error if two
// series have the same slug, or if a slug has another meaning in links.
std::vector<std::string> slugged_series_folders(const std::vector<Series>&, Diagnostics&);

// Decided by the kind of the essay, and for most by `permalinks`; `folder` is the slugged path of its series or folder.
// A token of `permalinks` without a value is an error, except in a draft.
UrlPath essay_path(const Essay&, const EssayView&, const std::string& folder, const SiteFile&, Diagnostics&);

}  // namespace causerie
