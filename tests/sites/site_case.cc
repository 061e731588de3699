#include "sites/site_case.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "base/text.h"
#include "pipeline/own_files.h"
#include "support/golden.h"
#include "support/run.h"
#include "support/temporary_folder.h"

namespace causerie::sites {
namespace {

namespace fs = std::filesystem;

std::string text_if_there(const fs::path& path) { return fs::exists(path) ? read_file(path) : ""; }

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// "assets/style.96c8c380.css" -> "assets/style.HASH.css", anywhere in a text.
std::string without_hashes(std::string text) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  constexpr std::size_t digits = 8;
  for (std::size_t at = text.find("assets/"); at != std::string::npos; at = text.find("assets/", at + 1)) {
    for (std::size_t dot = at; dot + digits + 1 < text.size(); ++dot) {
      const char c = text[dot];
      if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-' && c != '_' && c != '/') break;
      if (c != '.' || text[dot + digits + 1] != '.') continue;
      if (const auto hash = std::string_view(text).substr(dot + 1, digits);
          !std::all_of(hash.begin(), hash.end(), is_hex))
        continue;
      text.replace(dot + 1, digits, "HASH");
      break;
    }
  }
  return text;
}

// True if an asset belongs to the embedded theme and no theme of the site replaces it.
bool is_embedded(const std::string& asset, const fs::path& themes) {
  if (!fs::exists(fs::path(CAUSERIE_SOURCE_DIR "/themes/default") / asset)) return false;
  if (!fs::exists(themes)) return true;
  const fs::directory_iterator all(themes);
  return std::none_of(fs::begin(all), fs::end(all),
                      [&](const auto& theme) { return fs::exists(theme.path() / asset); });
}

// Leaves out what changes with every new stylesheet or version, and does not matter for a site: the hash in an asset's
// name, the bytes of the embedded theme's own assets, the version in `meta generator`, and the own-files list, which
// contains hashes of all these. Everything else is in expected/ exactly as it was made.
Tree kept(const Tree& made, const fs::path& input) {
  // the command prints "causerie 0.1.0\n", pages contain "Causerie 0.1.0"
  static const std::string version = "C" + std::string(trim(run_causerie({"version"}).standard_output)).substr(1);
  Tree files;
  for (const auto& [path, bytes] : made) {
    if (path == own_files_path) continue;
    const std::string name = without_hashes(path);
    const std::string asset = replace_all(name, ".HASH", "");
    if (name != asset && is_embedded(asset, input / "themes")) {
      files[name] = "an asset of the embedded theme\n";
    } else {
      files[name] = replace_all(without_hashes(bytes), "content=\"" + version + "\"", "content=\"Causerie VERSION\"");
    }
  }
  return files;
}

SiteOutcome build_once(const SiteCase& site, const fs::path& root) {
  std::vector<std::string> words{"build", root.string(), "--clock", "2026-06-01"};
  words.insert(words.end(), site.arguments.begin(), site.arguments.end());
  const Report report = run_causerie(words);
  const std::string errors = replace_all(report.standard_error, root.string() + "/", "");
  return {report.exit_status, replace_all(errors, root.string(), "SITE"),
          kept(read_tree(root / "public"), site.folder / "input")};
}

}  // namespace

bool Selection::has(const std::string& path) const {
  return globs.empty() ||
         std::any_of(globs.begin(), globs.end(), [&](const std::string& g) { return matches_glob(g, path); });
}

SiteCase read_site_case(const fs::path& folder) {
  SiteCase site;
  site.folder = folder;
  site.arguments = words_of(text_if_there(folder / "arguments.txt"));
  const std::string selection = text_if_there(folder / "compare.txt");
  for (const std::string_view line : lines_of(selection)) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('!')) {
      site.selection.forbidden.emplace_back(line.substr(1));
    } else {
      site.selection.globs.emplace_back(line);
    }
  }
  site.is_to_be_made = fs::exists(folder / "expected");
  site.expected = read_tree(folder / "expected");
  site.expected_errors = text_if_there(folder / "errors.txt");
  return site;
}

SiteOutcome build_site_case(const SiteCase& site, std::string& again) {
  const TemporaryFolder temporary;
  const fs::path root = temporary.path() / "site";
  fs::copy(site.folder / "input", root, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  SiteOutcome first = build_once(site, root);
  if (first.exit_status != 0) return first;
  const SiteOutcome second = build_once(site, root);
  again = difference(first.errors, second.errors);
  if (second.exit_status != first.exit_status) again += "another exit status";
  if (second.files != first.files) again += "other files";
  return first;
}

std::vector<std::string> faults(const SiteCase& site, const SiteOutcome& outcome) {
  std::vector<std::string> faults;
  const int status = site.is_to_be_made ? 0 : 1;
  if (outcome.exit_status != status)
    faults.push_back("exit status " + std::to_string(outcome.exit_status) + " instead of " + std::to_string(status));
  if (const std::string d = difference(site.expected_errors, outcome.errors); !d.empty())
    faults.push_back("errors.txt, " + d);
  // A build with errors leaves the output as it was: here, as in input/.
  const Tree expected = site.is_to_be_made ? site.expected : read_tree(site.folder / "input/public");
  for (const auto& [path, bytes] : expected) {
    const auto made = outcome.files.find(path);
    if (made == outcome.files.end()) {
      faults.push_back(path + ": nobody made it");
    } else if (const std::string d = difference(bytes, made->second); !d.empty()) {
      faults.push_back(path + ", " + d);
    }
    if (!site.selection.has(path)) faults.push_back(path + ": expected, but not in compare.txt");
  }
  for (const auto& [path, bytes] : outcome.files) {
    if (site.selection.has(path) && !expected.contains(path)) faults.push_back(path + ": made, but not expected");
    for (const std::string& glob : site.selection.forbidden) {
      if (matches_glob(glob, path)) faults.push_back(path + ": made against !" + glob);
    }
  }
  for (const std::string& glob : site.selection.globs) {
    const auto fits = [&](const auto& file) { return matches_glob(glob, file.first); };
    if (std::none_of(expected.begin(), expected.end(), fits))
      faults.push_back("compare.txt: nothing expected is " + glob);
  }
  return faults;
}

void rewrite(const SiteCase& site, const SiteOutcome& outcome) {
  fs::remove_all(site.folder / "expected");
  fs::remove(site.folder / "errors.txt");
  if (!outcome.errors.empty()) write_file(site.folder / "errors.txt", outcome.errors);
  if (outcome.exit_status != 0) return;
  for (const auto& [path, bytes] : outcome.files) {
    if (site.selection.has(path)) write_file(site.folder / "expected" / path, bytes);
  }
}

}  // namespace causerie::sites
