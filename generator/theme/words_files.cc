#include "theme/words_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/locale.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_words = "i18n/";

// The plural categories of CLDR.
constexpr std::string_view categories[] = {"zero", "one", "two", "few", "many", "other"};

bool is_category(std::string_view name) {
  return std::find(std::begin(categories), std::end(categories), name) != std::end(categories);
}

Phrase read_forms(const std::string& key, const Node& node, const std::string& file, Diagnostics& diagnostics) {
  Phrase phrase;
  for (const NodeEntry& form : node.entries) {
    if (!is_category(form.key.text)) {
      diagnostics.error("unknown-key", {file, form.key.span}, fmt::format("'{}' is no plural category", form.key.text))
          .hint(did_you_mean(form.key.text, categories))
          .hint("the categories are zero, one, two, few, many and other");
    } else if (form.value.kind != NodeKind::scalar) {
      diagnostics.error("wrong-kind", {file, form.value.span}, fmt::format("'{}' must be text", form.key.text));
    }
    phrase.forms.emplace(form.key.text, nfc(form.value.text));
  }
  if (!phrase.forms.contains("other")) {
    diagnostics.error("missing-key", {file, node.span}, fmt::format("'{}' has no form 'other'", key))
        .hint("every language needs it: it is used where no other form fits");
  }
  return phrase;
}

Phrases read_phrases(const ThemeFile& file, const std::string& language, Diagnostics& diagnostics) {
  Phrases phrases;
  const std::optional<Node> node = read_theme_yaml(file, diagnostics);
  if (!node) return phrases;
  if (node->kind != NodeKind::map) {
    diagnostics.error("wrong-kind", {file.file, node->span}, "a file of words must be a map of keys and words");
    return phrases;
  }
  for (const auto& [key, value] : node->entries) {
    Phrase phrase;
    if (value.kind == NodeKind::map) {
      phrase = read_forms(key.text, value, file.file, diagnostics);
    } else if (value.kind == NodeKind::scalar || value.kind == NodeKind::null) {
      phrase.forms.emplace("", nfc(value.text));
    } else {
      diagnostics.error("wrong-kind", {file.file, value.span},
                        fmt::format("'{}' must be text or a map of forms", key.text));
      continue;
    }
    phrase.language = language;
    phrases.emplace(key.text, std::move(phrase));
  }
  return phrases;
}

using PhrasesByLanguage = std::map<std::string, Phrases, std::less<>>;

PhrasesByLanguage read_folder(const ThemeFolder& folder, Diagnostics& diagnostics) {
  PhrasesByLanguage result;
  for (auto at = folder.files.lower_bound(folder_of_words);
       at != folder.files.end() && at->first.starts_with(folder_of_words); ++at) {
    const std::string_view name = std::string_view(at->first).substr(folder_of_words.size());
    const std::string language(stem_of(name));
    if (extension_of(name) != ".yaml" || !is_language(language)) {
      diagnostics.error("unknown-file", {at->second.file, {}}, "i18n/ holds one file for each language: LANG.yaml");
      continue;
    }
    result.emplace(language, read_phrases(at->second, language, diagnostics));
  }
  return result;
}

}  // namespace

std::map<std::string, Words, std::less<>> read_words(const std::vector<ThemeFolder>& chain,
                                                     std::string_view site_language, Diagnostics& diagnostics) {
  std::vector<PhrasesByLanguage> sources;
  for (const ThemeFolder& folder : chain) sources.push_back(read_folder(folder, diagnostics));
  if (!chain.back().is_embedded) sources.push_back(read_folder(read_embedded_theme(diagnostics), diagnostics));

  std::map<std::string, Words, std::less<>> result;
  result.emplace("en", Words());
  result.emplace(site_language, Words());
  for (const PhrasesByLanguage& source : sources) {
    for (const auto& [language, phrases] : source) result.emplace(language, Words());
  }
  for (auto& [language, words] : result) {
    Phrases all;
    const std::string_view without_region = std::string_view(language).substr(0, language.find('-'));
    for (const std::string_view from :
         {std::string_view(language), without_region, std::string_view("en"), site_language}) {
      for (const PhrasesByLanguage& source : sources) {
        const auto phrases = source.find(from);
        if (phrases != source.end()) all.insert(phrases->second.begin(), phrases->second.end());
      }
    }
    words = Words(language, std::move(all));
  }
  return result;
}

}  // namespace causerie
