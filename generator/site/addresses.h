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

// A folder's path in addresses, without slashes at its ends: each name slugged. `source` is the file to name where a
// folder's name has no letter or digit.
std::string slugged_folder(std::string_view folder, const std::string& source, Diagnostics&);

// The same for the folder of each series, whose last name is the series' own slug where it has one. Two series of one
// slug are an error, and so is a slug that means something else in a link.
std::vector<std::string> slugged_series_folders(const std::vector<Series>&, Diagnostics&);

// By the kind of the essay, and by `permalinks` for most; `folder` is the slugged path of its series or folder. A token
// of `permalinks` without a value is an error; a draft may wait for it.
UrlPath essay_path(const Essay&, const EssayView&, const std::string& folder, const SiteFile&, Diagnostics&);

}  // namespace causerie
