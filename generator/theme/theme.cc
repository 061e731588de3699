#include "theme/theme.h"

#include "theme/layouts.h"
#include "theme/theme_files.h"
#include "theme/words_files.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_archetypes = "archetypes/";

// A word that is counted in one language is for the program in all. (That none lacks in one is `read_words`' doing.)
void add_words(const std::map<std::string, Words, std::less<>>& words, Vocabulary& vocabulary) {
  for (const auto& [language, of_language] : words) {
    for (const auto& [key, phrase] : of_language.phrases()) {
      (phrase.is_counted() ? vocabulary.counted_words : vocabulary.words).insert(key);
    }
  }
  for (const std::string& key : vocabulary.counted_words) vocabulary.words.erase(key);
}

// By name; an earlier record's value stands for a later one's.
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
  theme.words = read_words(*chain, choice.language, diagnostics);
  theme.assets = make_assets(files, diagnostics);
  for (const auto& [path, file] : files) {
    if (!path.starts_with(folder_of_archetypes)) continue;
    theme.archetypes.emplace(path.substr(folder_of_archetypes.size()), file.bytes);
  }

  Vocabulary vocabulary;
  vocabulary.params = &theme.params;
  add_words(theme.words, vocabulary);
  for (const Asset& asset : theme.assets) vocabulary.assets.insert(asset.field);
  theme.layouts = read_layouts(files, chain->front(), shapes, vocabulary, diagnostics);
  return theme;
}

}  // namespace causerie
