// A theme's templates: read, flattened and checked.
#pragma once

#include <map>
#include <span>
#include <string>

#include "base/diagnostics.h"
#include "theme/meaning.h"
#include "theme/shape.h"
#include "theme/theme_files.h"

namespace causerie {

// The layouts of the shapes, and those of the forests in them. A needed one that is missing is an error in `chosen`,
// the theme that the site names; a template of that theme which no layout uses is a warning.
std::map<std::string, Layout, std::less<>> read_layouts(const ThemeFiles& files, const ThemeFolder& chosen,
                                                        std::span<const LayoutShape> shapes, const Vocabulary&,
                                                        Diagnostics&);

}  // namespace causerie
