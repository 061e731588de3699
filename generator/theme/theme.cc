#include "theme/theme.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "theme/embedded.h"
#include "theme/layouts.h"
#include "theme/requests.h"
#include "theme/theme_files.h"
#include "theme/words_files.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_archetypes = "archetypes/";

// A word with plural forms in one language is treated as having them in all. (`read_words` fills in words that a
// language lacks from English and the site's language.)
void add_words(const std::map<std::string, Words, std::less<>>& words, Vocabulary& vocabulary) {
  for (const auto& [language, of_language] : words) {
    for (const auto& [key, phrase] : of_language.phrases()) {
      (phrase.is_counted() ? vocabulary.counted_words : vocabulary.words).insert(key);
    }
  }
  for (const std::string& key : vocabulary.counted_words) vocabulary.words.erase(key);
}

// Returns the languages whose words may be used: `de` is the fallback for `de-AT`, and English for all.
std::set<std::string> with_their_own(const ThemeChoice& choice) {
  std::set<std::string> languages = choice.languages.value_or(std::set<std::string>());
  languages.insert({"en", choice.language});
  std::set<std::string> all;
  for (const std::string& language : languages) all.insert({language, language.substr(0, language.find('-'))});
  return all;
}

// A misspelt program word looks like a word of the theme's own that no template uses.
void warn_of_unused_words(const Theme& theme, const ThemeFolder& chosen, Diagnostics& diagnostics) {
  std::set<std::string_view> named;
  for (const auto& [name, layout] : theme.layouts) {
    for (const FlatTag& tag : layout.flat.tags) named.insert(tag.name);
  }
  const std::string folder = join_path(join_path("themes", chosen.name), "i18n/");
  for (const auto& [language, words] : theme.words) {
    std::vector<std::string> known;
    for (const auto& [key, phrase] : words.phrases()) {
      if (!phrase.is_own) known.push_back(key);
    }
    for (const auto& [key, phrase] : words.phrases()) {
      const bool is_of_theme = phrase.is_own && phrase.language == language && phrase.location.file.starts_with(folder);
      if (!is_of_theme || named.contains(key) || named.contains("words." + key)) continue;
      diagnostics.warning("unused-word", phrase.location, fmt::format("nothing uses the word '{}'", key))
          .hint(did_you_mean(key, known))
          .hint(fmt::format("a template shows it with '{{{{words.{}}}}}'", key));
    }
  }
}

// Warns about files that are not read because they or their folder have the wrong name. One warning per folder, except
// that unknown archetypes are reported one by one.
void warn_of_unread_files(const ThemeFolder& chosen, Diagnostics& diagnostics) {
  static constexpr std::string_view folders[] = {"templates", "assets", "i18n", "archetypes"};
  // Extensions that are reported at the top level too, where README and similar files are fine.
  static constexpr std::string_view told_at_the_top[] = {".mustache", ".css", ".yaml", ".yml"};
  std::set<std::string_view> archetypes;
  for (const EmbeddedFile& file : embedded_theme()) archetypes.insert(file.path);
  std::set<std::string_view> told;
  for (const auto& [path, file] : chosen.files) {
    const std::string_view top = std::string_view(path).substr(0, path.find('/'));
    const bool is_at_the_top = top.size() == path.size();
    const bool is_known = std::find(std::begin(folders), std::end(folders), top) != std::end(folders);
    if (path.starts_with(folder_of_archetypes) && !archetypes.contains(path)) {
      std::vector<std::string_view> known;
      for (const std::string_view one : archetypes) {
        if (one.starts_with(folder_of_archetypes)) known.push_back(one.substr(folder_of_archetypes.size()));
      }
      diagnostics.warning("unknown-file", {file.file, {}}, "no command uses this archetype")
          .hint(did_you_mean(path.substr(folder_of_archetypes.size()), known))
          .hint(fmt::format("the archetypes are: {}", fmt::join(known, ", ")));
    }
    const bool is_odd = std::find(std::begin(told_at_the_top), std::end(told_at_the_top), extension_of(path)) !=
                        std::end(told_at_the_top);
    if (is_known || path == "theme.yaml" || (is_at_the_top && !is_odd) || !told.insert(top).second) continue;
    diagnostics.warning("unknown-file", {file.file, {}}, fmt::format("nothing reads '{}' in a theme", top))
        .hint(is_at_the_top ? "" : did_you_mean(top, folders))
        .hint("a theme consists of theme.yaml, templates/, assets/, i18n/ and archetypes/");
  }
}

// Merges records by name; an earlier record's value wins.
Record merged(const std::vector<const Record*>& records) {
  std::map<std::string, const Value*> values;
  for (const Record* record : records) {
    for (const auto& [name, value] : record->fields()) values.emplace(name, &value);
  }
  Record result;
  for (const auto& [name, value] : values) result.set(name, *value);
  return result;
}

}  // namespace

const Words& Theme::words_for(std::string_view language) const {
  const auto exact = words.find(language);
  if (exact != words.end()) return exact->second;
  const auto without_region = words.find(language.substr(0, language.find('-')));
  return without_region != words.end() ? without_region->second : words.find("en")->second;
}

Hash Theme::fingerprint(std::string_view layout) const {
  const auto found = layouts.find(layout);
  return found == layouts.end() ? Hash() : found->second.fingerprint;
}

Result<Theme> load_theme(Files& site, const ThemeChoice& choice, std::span<const LayoutShape> shapes,
                         Diagnostics& diagnostics) {
  auto chain = read_themes(site, choice, diagnostics);
  if (!chain) return chain.failure();
  const ThemeFiles files = merged(*chain);

  Theme theme;
  theme.name = chain->front().name;
  std::vector<const Record*> params;
  if (choice.params != nullptr) params.push_back(choice.params);
  for (const ThemeFolder& folder : *chain) params.push_back(&folder.params);
  theme.params = merged(params);
  Diagnostics found;
  const std::set<std::string> wanted = with_their_own(choice);
  theme.words = read_words(*chain, choice.language, choice.languages ? &wanted : nullptr, found);
  theme.assets = make_assets(files, found);
  for (const auto& [path, file] : files) {
    if (!path.starts_with(folder_of_archetypes)) continue;
    theme.archetypes.emplace(path.substr(folder_of_archetypes.size()), file.bytes);
  }

  // `new` uses the embedded archetypes if a theme without `extends` has none.
  for (const EmbeddedFile& file : embedded_theme()) {
    if (!file.path.starts_with(folder_of_archetypes)) continue;
    theme.archetypes.emplace(file.path.substr(folder_of_archetypes.size()), file.bytes);
  }
  theme.requests = read_requests(files);

  Vocabulary vocabulary;
  vocabulary.params = &theme.params;
  add_words(theme.words, vocabulary);
  for (const Asset& asset : theme.assets) vocabulary.assets.insert(asset.field);
  theme.layouts = read_layouts(files, chain->front(), shapes, vocabulary, found);
  if (!chain->front().is_embedded) warn_of_unread_files(chain->front(), found);
  // A broken template hides what it uses.
  if (!found.has_errors()) warn_of_unused_words(theme, chain->front(), found);
  diagnostics.merge(std::move(found));
  return theme;
}

}  // namespace causerie
