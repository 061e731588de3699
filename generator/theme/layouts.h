// A theme's templates: read, flattened and checked.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/mustache/flat_template.h"
#include "theme/meaning.h"
#include "theme/shape.h"
#include "theme/theme_files.h"

namespace causerie {

// The layouts of the shapes, and those of the forests in them. A needed one that is missing is an error in `chosen`,
// the theme that the site names; a template of that theme which no layout uses is a warning.
std::map<std::string, Layout, std::less<>> read_layouts(const ThemeFiles& files, const ThemeFolder& chosen,
                                                        std::span<const LayoutShape> shapes, const Vocabulary&,
                                                        Diagnostics&);

// Whether a layout names only what its page has. After this, rendering can find nothing wrong with a template.

// Each name that does not exist in its place, and each use that does not fit what is named, is an error in the file
// that holds it, with the nearest candidates. A place in `reported` is passed over: a partial of many layouts has its
// mistake reported once.
void check_layout(std::string_view layout, const FlatTemplate&, const Shape&, const Vocabulary&,
                  std::set<SourceLocation>& reported, Diagnostics&);

}  // namespace causerie
