#include "theme/words_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/locale.h"
#include "base/paths.h"
#include "content/keys.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_words = "i18n/";

// Keeps forms only if the word may have them. Otherwise they were reported, and the word becomes plain text.
Phrase read_phrase(const Node& value, bool may_have_forms, const SourceLocation& location, Diagnostics& diagnostics) {
  Phrase phrase;
  for (const NodeEntry& form : value.entries) {
    if (may_have_forms) phrase.forms.emplace(form.key.text, cleaned(form.value.text, location, diagnostics));
  }
  if (phrase.forms.empty()) phrase.forms.emplace("", cleaned(value.text, location, diagnostics));
  return phrase;
}

// Checks the words against the program's own; null if these are the program's own.
Phrases read_phrases(const ThemeFile& file, const std::string& language, const Phrases* program,
                     Diagnostics& diagnostics) {
  Phrases phrases;
  const std::optional<Node> node = read_theme_yaml(file, diagnostics);
  if (!node) return phrases;
  if (node->kind != NodeKind::map) {
    diagnostics.error("wrong-kind", {file.file, node->span}, "a file of words must be a map of keys and words")
        .hint("write lines such as 'next_post: Next post'");
    return phrases;
  }
  for (const NodeEntry& word : node->entries) {
    const auto& [key, value] = word;
    if (value.kind == NodeKind::sequence) {
      diagnostics
          .error("wrong-kind", {file.file, value.span}, fmt::format("'{}' must be text or a map of forms", key.text))
          .hint(fmt::format("write '{}: some words'", key.text));
    }
    bool may_have_forms = true;
    if (program != nullptr) may_have_forms = check_word(word, language, *program, file.file, diagnostics);
    Phrase phrase = read_phrase(value, may_have_forms, {file.file, value.span}, diagnostics);
    phrase.language = language;
    phrase.location = {file.file, key.span};
    phrase.is_own = program != nullptr && !program->contains(key.text);
    phrases.emplace(key.text, std::move(phrase));
  }
  return phrases;
}

using PhrasesByLanguage = std::map<std::string, Phrases, std::less<>>;

PhrasesByLanguage read_folder(const ThemeFolder& folder, const Phrases* program, const std::set<std::string>* wanted,
                              Diagnostics& diagnostics) {
  PhrasesByLanguage result;
  for (auto at = folder.files.lower_bound(folder_of_words);
       at != folder.files.end() && at->first.starts_with(folder_of_words); ++at) {
    const std::string_view name = std::string_view(at->first).substr(folder_of_words.size());
    const std::string language(stem_of(name));
    if (extension_of(name) != ".yaml" || !is_language(language)) {
      diagnostics.error("unknown-file", {at->second.file, {}}, "i18n/ contains one file for each language: LANG.yaml")
          .hint("LANG is a language tag such as 'en' or 'pt-BR'");
      continue;
    }
    if (wanted != nullptr && !wanted->contains(language)) continue;
    result.emplace(language, read_phrases(at->second, language, program, diagnostics));
  }
  return result;
}

}  // namespace

std::map<std::string, Words, std::less<>> read_words(const std::vector<ThemeFolder>& chain,
                                                     std::string_view site_language,
                                                     const std::set<std::string>* wanted, Diagnostics& diagnostics) {
  const bool is_extended = chain.back().is_embedded;
  PhrasesByLanguage of_program =
      read_folder(is_extended ? chain.back() : read_embedded_theme(diagnostics), nullptr, wanted, diagnostics);
  const Phrases program = of_program["en"];
  std::vector<PhrasesByLanguage> sources;
  for (const ThemeFolder& folder : chain) {
    if (!folder.is_embedded) sources.push_back(read_folder(folder, &program, nullptr, diagnostics));
  }
  sources.push_back(std::move(of_program));

  std::map<std::string, Words, std::less<>> result;
  result.emplace("en", Words());
  result.emplace(site_language, Words());
  // Dates are in the language of the page, even where the words cannot be.
  if (wanted != nullptr) {
    for (const std::string& language : *wanted) {
      const bool is_known = std::any_of(sources.begin(), sources.end(), [&](const PhrasesByLanguage& source) {
        return source.contains(std::string_view(language).substr(0, language.find('-')));
      });
      if (!is_known) result.emplace(language, Words());
    }
  }
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
    // A theme's own word that these languages lack is shown as it is, not as nothing.
    for (const PhrasesByLanguage& source : sources) {
      for (const auto& [from, phrases] : source) all.insert(phrases.begin(), phrases.end());
    }
    words = Words(language, std::move(all));
  }
  return result;
}

}  // namespace causerie
