// The stylesheets, scripts, fonts and pictures that a theme brings. Their names in the output hold their content's
// hash, so that hosts may let browsers keep them for ever.
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
  std::string field;   // what a template calls it: `asset.fonts_serif_woff2`
  std::string output;  // below the destination: "assets/fonts/serif.3f2a9c1b.woff2"
  std::string bytes;   // of a stylesheet: with the names of other assets as they are in the output
  Hash hash;           // of `bytes`
};

// In order of their paths. In stylesheets, `url(…)` and `@import "…"` that lead to another asset are rewritten; a
// relative one that leads nowhere is a warning; two assets with one field are an error.
std::vector<Asset> make_assets(const std::map<std::string, ThemeFile, std::less<>>& files, Diagnostics&);

// The record `asset` of a page: each asset's field with its address.
Record asset_record(const std::vector<Asset>& assets);

}  // namespace causerie
