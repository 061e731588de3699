// Whether a layout names only what its page has. After this, rendering can find nothing wrong with a template.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/mustache/flat_template.h"
#include "theme/meaning.h"
#include "theme/shape.h"

namespace causerie {

// Each name that does not exist in its place, and each use that does not fit what is named, is an error in the file
// that holds it, with the nearest candidates. A place in `reported` is passed over: a partial of many layouts has its
// mistake reported once.
void check_layout(std::string_view layout, const FlatTemplate&, const Shape&, const Vocabulary&,
                  std::set<SourceLocation>& reported, Diagnostics&);

}  // namespace causerie
