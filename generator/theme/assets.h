// A theme's stylesheets, scripts, fonts and images. Their names in the output contain a hash of their content, so that
// hosts may let browsers cache them forever.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "formats/value.h"

namespace causerie {

struct ThemeFile;

struct Asset {
  std::string path;    // in the theme: "assets/fonts/serif.woff2"
  std::string field;   // its name in templates: `asset.fonts_serif_woff2`
  std::string output;  // below the destination: "assets/fonts/serif.3f2a9c1b.woff2"
  std::string bytes;   // in a stylesheet, other assets have their output names
  Hash hash;           // of `bytes`
};

// Returns the assets, sorted by path. In stylesheets, `url(…)` and `@import "…"` that refer to another asset are
// rewritten; a relative address that refers to none is a warning; two assets with the same field are an error.
std::vector<Asset> make_assets(const std::map<std::string, ThemeFile, std::less<>>& files, Diagnostics&);

// Returns the record `asset` of a page: the address of each asset, by field.
Record asset_record(const std::vector<Asset>& assets);

}  // namespace causerie
