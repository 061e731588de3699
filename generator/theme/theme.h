// How the site looks: layouts that were checked against what pages are made of, assets, words and params.
//
// A theme is a folder: theme.yaml (name, extends, params), templates/NAME.mustache, assets/**, i18n/LANG.yaml,
// archetypes/**. A file of the child stands for the parent's of the same path; words and params are merged name by
// name. `default` is the theme inside the program, unless the site has a themes/default of its own; `extends: default`
// is always the one inside.
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
  Hash fingerprint;  // of the flattened template and of those of the forests that its shape names
};

// An address in a template or stylesheet of the site's own that a browser asks for, as written.
struct ThemeRequest {
  std::string address;
  SourceLocation location;
};

struct Theme {
  std::string name = "default";
  std::map<std::string, Layout, std::less<>> layouts;  // those of the shapes, and those of their forests
  std::vector<Asset> assets;
  Record params;                                               // the theme's, and the site's over them
  std::map<std::string, Words, std::less<>> words;             // by language: every one in i18n/, `en`, and the site's
  std::map<std::string, std::string, std::less<>> archetypes;  // by path below archetypes/
  std::vector<ThemeRequest> requests;

  // The words of a language: its own, those of its language without the region, else English.
  const Words& words_for(std::string_view language) const;
  Hash fingerprint(std::string_view layout) const;  // REQUIRES: the layout was among the shapes
};

// What site.yaml says about its theme.
struct ThemeChoice {
  std::string name = "default";
  SourceLocation location;         // where it is named: an unknown theme is reported there
  std::string language = "en";     // the site's
  const Record* params = nullptr;  // of site.yaml, or null: they stand for the theme's of the same names
  std::optional<std::set<std::string>> languages = {};  // of its pages, besides; nothing: any. The program's words in
                                                        // others are not read
};

// Everything that is wrong with the theme is reported, and the theme is as good as it can be: where there was an
// error a layout may be missing, and nothing may be rendered. Fails where a file cannot be read.
Result<Theme> load_theme(Files& site, const ThemeChoice&, std::span<const LayoutShape>, Diagnostics&);

}  // namespace causerie
