// A theme: layouts (checked against the shapes of pages' records), assets, words and params.
//
// A theme is a folder: theme.yaml (name, extends, params), templates/NAME.mustache, assets/**, i18n/LANG.yaml,
// archetypes/**. A child theme's file replaces the parent's file with the same path; words and params are merged by
// name. `default` is the embedded theme, unless the site has its own themes/default; `extends: default` always means
// the embedded theme.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/result.h"
#include "formats/mustache/mustache.h"
#include "formats/value.h"
#include "theme/assets.h"
#include "theme/shape.h"
#include "theme/words.h"

namespace causerie {

struct Layout {
  FlatTemplate flat;
  Hash fingerprint;  // of the flattened template and those of its shape's forests
};

// An address that a template or stylesheet of the site's own theme makes a browser request, as written.
struct ThemeRequest {
  std::string address;
  SourceLocation location;
};

struct Theme {
  std::string name = "default";
  std::map<std::string, Layout, std::less<>> layouts;  // for the shapes and their forests
  std::vector<Asset> assets;
  Record params;                                               // the theme's, overridden by the site's
  std::map<std::string, Words, std::less<>> words;             // by language: all in i18n/, `en`, and the site's
  std::map<std::string, std::string, std::less<>> archetypes;  // by path below archetypes/
  std::vector<ThemeRequest> requests;

  // Returns the words for a language: its own, else those of the language without its region, else English.
  const Words& words_for(std::string_view language) const;
  Hash fingerprint(std::string_view layout) const;  // REQUIRES: the layout was among the shapes
};

// The theme settings of site.yaml.
struct ThemeChoice {
  std::string name = "default";
  SourceLocation location;                              // where the name is; an unknown theme is reported there
  std::string language = "en";                          // the site's
  const Record* params = nullptr;                       // of site.yaml, or null; they override the theme's
  std::optional<std::set<std::string>> languages = {};  // of its pages; nullopt: any. The program's words in other
                                                        // languages are not read
};

// Reports everything that is wrong with the theme, and returns as much of it as is valid. After an error a layout may
// be missing, and nothing may be rendered. Fails if a file cannot be read.
Result<Theme> load_theme(Files& site, const ThemeChoice&, std::span<const LayoutShape>, Diagnostics&);

}  // namespace causerie
