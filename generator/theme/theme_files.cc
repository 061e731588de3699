#include "theme/theme_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/paths.h"
#include "base/text.h"
#include "content/copied.h"
#include "content/keys.h"
#include "content/source_text.h"
#include "theme/embedded.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_themes = "themes";
constexpr std::string_view embedded_name = "default";

constexpr Key theme_keys[] = {
    {"name", {KeyKind::text}, "for people only; Causerie identifies a theme by its folder"},
    {"extends", {KeyKind::text}, "the theme that this one builds on"},
    {"params", {KeyKind::params}, "values for the templates, which site.yaml can override"},
};

void read_settings(ThemeFolder& folder, Diagnostics& diagnostics) {
  const auto settings = folder.files.find("theme.yaml");
  if (settings == folder.files.end()) return;
  Diagnostics found;
  if (const std::optional<Node> node = read_theme_yaml(settings->second, found)) {
    Keys keys(*node, theme_keys, settings->second.file, found);
    keys.text("name");
    if (const auto extends = keys.text("extends")) {
      folder.extends = extends->text;
      folder.extends_location = keys.location(extends->span);
    }
    folder.params = keys.params("params");
    keys.finish();
  }
  // The error may be in `extends`. Reporting missing templates would repeat it.
  if (found.has_errors() && folder.extends.empty()) folder.extends = embedded_name;
  diagnostics.merge(std::move(found));
}

Result<std::vector<std::string>> theme_names(Files& site) {
  std::vector<std::string> names{std::string(embedded_name)};
  auto stat = site.stat(folder_of_themes);
  if (!stat) return stat.failure();
  if (!*stat || (*stat)->kind != FileKind::folder) return names;
  auto entries = site.list(folder_of_themes);
  if (!entries) return entries.failure();
  for (const FolderEntry& entry : *entries) {
    const bool is_folder = entry.kind == FileKind::folder || entry.kind == FileKind::link;
    if (is_folder && entry.name != embedded_name && !entry.name.starts_with('.')) names.push_back(entry.name);
  }
  return names;
}

// nullopt if the site has no such theme.
Result<std::optional<ThemeFolder>> read_site_theme(Files& site, const std::string& name, Diagnostics& diagnostics) {
  const bool is_name = !name.empty() && !name.starts_with('.') && name.find_first_of("/\\") == std::string::npos;
  if (!is_name) return std::optional<ThemeFolder>();
  const std::string path = join_path(folder_of_themes, name);
  auto stat = site.stat(path);
  if (!stat) return stat.failure();
  if (!*stat || (*stat)->kind != FileKind::folder) return std::optional<ThemeFolder>();
  auto target = site.resolve(path);
  if (!target) return target.failure();
  if (!*target) {
    diagnostics.error("bad-link", {path, {}}, "this link leads outside the site's folder");
    return std::optional<ThemeFolder>({.name = name, .extends = std::string(embedded_name)});
  }
  auto files = read_below(site, path, diagnostics);
  if (!files) return files.failure();

  ThemeFolder folder{.name = name};
  for (auto& [below, bytes] : *files) folder.files.emplace(below, ThemeFile{join_path(path, below), std::move(bytes)});
  if (!folder.files.contains("theme.yaml")) {
    diagnostics.error("no-theme-yaml", {path, {}}, fmt::format("the theme '{}' has no theme.yaml", name))
        .hint("create it with one line, to build on the default theme: 'extends: default'");
    folder.extends = embedded_name;
  }
  read_settings(folder, diagnostics);
  return std::optional<ThemeFolder>(std::move(folder));
}

}  // namespace

ThemeFolder read_embedded_theme(Diagnostics& diagnostics) {
  ThemeFolder folder{.name = std::string(embedded_name), .is_embedded = true};
  for (const EmbeddedFile& file : embedded_theme()) {
    folder.files.emplace(file.path, ThemeFile{join_path("(built-in theme)", file.path), std::string(file.bytes)});
  }
  read_settings(folder, diagnostics);
  return folder;
}

Result<std::vector<ThemeFolder>> read_themes(Files& site, const ThemeChoice& choice, Diagnostics& diagnostics) {
  std::vector<ThemeFolder> chain;
  std::string wanted = choice.name;
  SourceLocation location = choice.location;
  while (!wanted.empty()) {
    // `extends: default` means the embedded theme, even in the site's own themes/default.
    const bool may_be_own = chain.empty() || wanted != embedded_name;
    const bool is_circle = may_be_own && std::any_of(chain.begin(), chain.end(),
                                                     [&](const ThemeFolder& folder) { return folder.name == wanted; });
    if (is_circle) {
      diagnostics.error("theme-circle", location, fmt::format("the theme '{}' would extend itself", wanted))
          .hint("name another theme there, such as 'default', or delete the line");
      chain.push_back(read_embedded_theme(diagnostics));  // missing files would only repeat the error
      break;
    }
    std::optional<ThemeFolder> folder;
    if (may_be_own) {
      auto found = read_site_theme(site, wanted, diagnostics);
      if (!found) return found.failure();
      folder = std::move(*found);
    }
    if (!folder && wanted != embedded_name) {
      auto names = theme_names(site);
      if (!names) return names.failure();
      diagnostics.error("unknown-theme", location, fmt::format("there is no theme '{}'", wanted))
          .hint(did_you_mean(wanted, *names))
          .hint(fmt::format("available: {}", join(*names, ", ")));
    }
    if (!folder) folder = read_embedded_theme(diagnostics);
    wanted = folder->extends;
    location = folder->extends_location;
    chain.push_back(std::move(*folder));
  }
  return chain;
}

ThemeFiles merged(const std::vector<ThemeFolder>& chain) {
  ThemeFiles result;
  for (const ThemeFolder& folder : chain) result.insert(folder.files.begin(), folder.files.end());
  return result;
}

std::optional<Node> read_theme_yaml(const ThemeFile& file, Diagnostics& diagnostics) {
  const std::optional<std::string> text = text_from_bytes(file.bytes, file.file, diagnostics);
  if (!text) return std::nullopt;
  Diagnostics said;
  std::optional<Node> node = parse_yaml(*text, file.file, {1, 1}, false, said);
  for (const Diagnostic& one : said.items()) {
    if (one.code != "yaml-comment") diagnostics.add(one);  // words and values, no texts
  }
  if (node && node->kind == NodeKind::null) return std::nullopt;
  return node;
}

namespace {

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || is_leftover(name);
}

struct Pending {
  std::string path;                  // below the theme's folder
  std::vector<std::string> holders;  // the real folders that contain it, and itself: a link to one of them is a circle
};

// Returns the kind of a link's target; `other` if there is none or an error was reported.
Result<FileKind> kind_behind_link(Files& site, const std::string& path, Pending& below, Diagnostics& diagnostics) {
  auto target = site.resolve(path);
  if (!target) return target.failure();
  if (!*target) {
    diagnostics.error("bad-link", {path, {}}, "this link leads outside the site's folder, or to nothing")
        .hint("replace it with a copy of what it leads to");
    return FileKind::other;
  }
  for (const std::string& holder : below.holders) {
    if (holder == **target) {
      diagnostics.error("bad-link", {path, {}}, "this link leads to a folder that contains it");
      return FileKind::other;
    }
  }
  auto stat = site.stat(path);
  if (!stat) return stat.failure();
  if (!*stat) return FileKind::other;
  below.holders.push_back(std::move(**target));
  return (*stat)->kind;
}

}  // namespace

Result<std::map<std::string, std::string, std::less<>>> read_below(Files& site, std::string_view folder,
                                                                   Diagnostics& diagnostics) {
  std::map<std::string, std::string, std::less<>> result;
  std::vector<Pending> pending{{"", {std::string(folder)}}};
  while (!pending.empty()) {
    const Pending here = std::move(pending.back());
    pending.pop_back();
    auto entries = site.list(join_path(folder, here.path));
    if (!entries) return entries.failure();
    for (const FolderEntry& entry : *entries) {
      if (is_passed_over(entry.name)) continue;
      Pending below{join_path(here.path, entry.name), here.holders};
      const std::string path = join_path(folder, below.path);
      FileKind kind = entry.kind;
      if (kind == FileKind::link) {
        auto behind = kind_behind_link(site, path, below, diagnostics);
        if (!behind) return behind.failure();
        kind = *behind;
      } else if (kind == FileKind::folder) {
        below.holders.push_back(join_path(here.holders.back(), entry.name));
      }
      if (kind == FileKind::folder) {
        pending.push_back(std::move(below));
        continue;
      }
      if (kind != FileKind::file) continue;
      auto bytes = site.read(path);
      if (!bytes) return bytes.failure();
      result.emplace(below.path, std::move(*bytes));
    }
  }
  return result;
}

}  // namespace causerie
