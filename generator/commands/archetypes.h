// The theme's archetypes, which are the templates of new files, and how to fill them in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "content/site_file.h"
#include "theme/theme.h"

namespace causerie {

// The theme of a site; the embedded one if there is no site yet.
Result<Theme> theme_of(Files&, const SiteFile&);

using Fillings = std::vector<std::pair<std::string_view, std::string>>;  // "{title}" and its value

// Replaces in one pass: the values themselves are not searched.
std::string filled(std::string_view archetype, const Fillings&);

}  // namespace causerie
