// Reads the files of a theme and of the themes that it extends.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "base/result.h"
#include "formats/yaml/yaml.h"
#include "theme/theme.h"

namespace causerie {

struct ThemeFile {
  std::string file;  // its name in diagnostics
  std::string bytes;
};

using ThemeFiles = std::map<std::string, ThemeFile, std::less<>>;  // by path below the theme's folder

struct ThemeFolder {
  std::string name;
  ThemeFiles files = {};
  std::string extends = {};  // empty: none
  SourceLocation extends_location = {};
  Record params = {};  // of theme.yaml
  bool is_embedded = false;
};

// Returns the chosen theme, then the one it extends, and so on. Errors: an unknown theme (`default` is used instead), a
// circle (it is cut), unknown keys in theme.yaml, and links that lead outside the site.
Result<std::vector<ThemeFolder>> read_themes(Files& site, const ThemeChoice&, Diagnostics&);

ThemeFolder read_embedded_theme(Diagnostics&);

// Merges the files of the chain; the first theme that has a path wins.
ThemeFiles merged(const std::vector<ThemeFolder>& chain);

// Parses a theme's YAML file. nullopt if it is empty, or invalid, which is reported.
std::optional<Node> read_theme_yaml(const ThemeFile&, Diagnostics&);

// Reading all files below a theme's folder.

// Returns the files by path below `folder`. Names that begin with `.` or `_` and files left behind by editors are
// skipped. Links are followed inside the site; one that leads outside, or to a folder that contains it, is an error.
Result<std::map<std::string, std::string, std::less<>>> read_below(Files& site, std::string_view folder, Diagnostics&);

}  // namespace causerie
