#include "theme/words.h"

#include <fmt/format.h>

#include "base/locale.h"
#include "base/text.h"
#include "formats/html.h"

namespace causerie {
namespace {

std::string filled(const std::string& form, std::initializer_list<Filling> fillings) {
  std::string result;
  std::size_t at = 0;
  while (at < form.size()) {
    const Filling* found = nullptr;
    if (form[at] == '{') {
      for (const Filling& filling : fillings) {
        const std::size_t size = filling.first.size();
        if (form.compare(at + 1, size, filling.first) == 0 && form.compare(at + 1 + size, 1, "}") == 0) {
          found = &filling;
        }
      }
    }
    if (found == nullptr) {
      result += form[at++];
    } else {
      result += found->second;
      at += found->first.size() + 2;
    }
  }
  return result;
}

// Returns the language that all the words are in, if it is another one than `language`; else empty. The program's words
// decide: a theme may add one of its own in a single language.
std::string language_of_all(const Phrases& phrases, std::string_view language) {
  const std::string_view without_region = language.substr(0, language.find('-'));
  std::string other;
  for (const auto& [key, phrase] : phrases) {
    if (phrase.is_own) continue;
    if (phrase.language == language || phrase.language == without_region) return "";
    other = phrase.language;
  }
  return other;
}

std::string language_attributes(std::string_view language) {
  if (language.empty()) return "";
  return fmt::format(" lang=\"{}\" dir=\"{}\"", language, is_right_to_left(language) ? "rtl" : "ltr");
}

}  // namespace

Words::Words(std::string language, Phrases phrases) : language_(std::move(language)), phrases_(std::move(phrases)) {
  borrowed_from_ = language_of_all(phrases_, language_);
  Record plain;
  for (const auto& [key, phrase] : phrases_) {
    if (!phrase.is_counted()) plain.set(key, phrase.forms.find("")->second);
  }
  plain.set(std::string(language_attributes_word), Html{language_attributes(borrowed_from_)});
  record_ = share(std::move(plain));
  for (std::size_t i = 0; i < prose_.words.size(); ++i) prose_.words[i] = text(prose_word_keys[i]);
  prose_.forthcoming = text("forthcoming");
}

const std::string* Words::form(std::string_view key, std::string_view category) const {
  const auto phrase = phrases_.find(key);
  if (phrase == phrases_.end()) return nullptr;
  const auto& forms = phrase->second.forms;
  auto found = forms.find(phrase->second.is_counted() ? category : "");
  if (found == forms.end()) found = forms.find("other");
  return found == forms.end() ? nullptr : &found->second;
}

std::string Words::text(std::string_view key) const { return fill(key, {}); }

std::string Words::fill(std::string_view key, std::initializer_list<Filling> fillings) const {
  const std::string* words = form(key, "other");
  return words == nullptr ? std::string(key) : filled(*words, fillings);
}

std::string Words::html(std::string_view key, std::string_view name, std::string_view html) const {
  const std::string* words = form(key, "other");
  return words == nullptr ? escape_html(key) : filled(escape_html(*words), {{name, html}});
}

std::string Words::count(std::string_view key, int n, std::initializer_list<Filling> fillings) const {
  const auto found = phrases_.find(key);
  if (found == phrases_.end()) return std::string(key);
  const Phrase& phrase = found->second;
  const bool is_zero = n == 0 && phrase.forms.contains("zero");
  const std::string* words = form(key, is_zero ? "zero" : plural_category(n, phrase.language));
  const std::string digits = number(n, phrase.language);
  return words == nullptr ? std::string(key) : filled(filled(*words, {{"count", digits}}), fillings);
}

std::string Words::ordinal(std::string_view key, int n) const {
  const auto found = phrases_.find(key);
  if (found == phrases_.end()) return std::string(key);
  // A phrase used as a fallback keeps the number words of its own language.
  const std::string& language = found->second.language;
  const std::string* words = form(key, plural_category(n, language, PluralKind::ordinal));
  if (words == nullptr) return std::string(key);
  const std::string in_words = ordinal_word(n, language), digits = number(n, language);
  return capitalized(filled(*words, {{"ordinal", in_words}, {"number", digits}}), language);
}

}  // namespace causerie
