// Reads, flattens and checks a theme's templates.
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

// Returns the layouts for the shapes and for the forests in them. A missing required layout is an error in `chosen`,
// the theme that the site names; a template of that theme that no layout uses is a warning.
std::map<std::string, Layout, std::less<>> read_layouts(const ThemeFiles& files, const ThemeFolder& chosen,
                                                        std::span<const LayoutShape> shapes, const Vocabulary&,
                                                        Diagnostics&);

// Checks that a layout uses only names that its page has. After this, rendering cannot find an error in a template.

// Reports each name that does not exist in its scope, and each use that does not fit the name's kind, as an error in
// the file that contains it, with the nearest candidates as a hint. Locations in `reported` are skipped, so that an
// error in a partial that many layouts use is reported once.
void check_layout(std::string_view layout, const FlatTemplate&, const Shape&, const Vocabulary&,
                  std::set<SourceLocation>& reported, Diagnostics&);

}  // namespace causerie
