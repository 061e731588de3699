// The theme's archetypes, filled in: what new files begin as.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "content/site_file.h"
#include "theme/theme.h"

namespace causerie {

// The archetypes of a site's theme; of the embedded one where there is no site yet.
Result<Theme> theme_of(Files&, const SiteFile&);

using Fillings = std::vector<std::pair<std::string_view, std::string>>;  // "{title}" and what stands there

// In one pass: what is filled in is not looked at again.
std::string filled(std::string_view archetype, const Fillings&);

// A text as a YAML scalar: as it is where that cannot be misread, else in double quotes (YAML 1.2, section 7.3.1).
std::string yaml_scalar(std::string_view text);

}  // namespace causerie
