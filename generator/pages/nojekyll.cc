// The file `.nojekyll`, which is empty: it makes GitHub Pages publish all files, including names that begin with `_` or
// `.`.
#include "pages/page_kind.h"

namespace causerie {
namespace {

std::vector<Route> routes(const Site&) { return {{.path = {"/.nojekyll"}}}; }

Record inputs(const PageContext&, const Route&) { return {}; }

std::string write(const Record&) { return {}; }

}  // namespace

extern const PageKind nojekyll_file;
const PageKind nojekyll_file = {.name = "nojekyll",
                                .routes = routes,
                                .inputs = inputs,
                                .write = write,
                                .description = "an empty file that makes GitHub Pages publish all files"};

}  // namespace causerie
