// A theme's files and those of the themes that it extends, as bytes.
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
  std::string file;  // for messages
  std::string bytes;
};

using ThemeFiles = std::map<std::string, ThemeFile, std::less<>>;  // by path below the theme's folder

struct ThemeFolder {
  std::string name;
  ThemeFiles files = {};
  std::string extends = {};  // empty: it stands alone
  SourceLocation extends_location = {};
  Record params = {};  // of theme.yaml
  bool is_embedded = false;
};

// The chosen theme first, then what it extends, and so on. An unknown theme is an error, and `default` stands for it;
// so is a circle, which is cut; so are theme.yaml's unknown keys and links that lead outside the site.
Result<std::vector<ThemeFolder>> read_themes(Files& site, const ThemeChoice&, Diagnostics&);

ThemeFolder read_embedded_theme(Diagnostics&);

// The first in the chain that has a path holds it for all.
ThemeFiles merged(const std::vector<ThemeFolder>& chain);

// A YAML file of a theme; nothing where it is empty, or was reported as broken.
std::optional<Node> read_theme_yaml(const ThemeFile&, Diagnostics&);

// Every file below a theme's folder.

// By path below `folder`. Names that begin with `.` or `_` and what editors leave behind are passed over. Links are
// followed inside the site; one that leads outside, or to a folder that holds it, is an error.
Result<std::map<std::string, std::string, std::less<>>> read_below(Files& site, std::string_view folder, Diagnostics&);

}  // namespace causerie
