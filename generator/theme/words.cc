#include "theme/words.h"

#include "base/locale.h"
#include "base/text.h"

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

}  // namespace

Words::Words(std::string language, Phrases phrases) : language_(std::move(language)), phrases_(std::move(phrases)) {
  Record plain;
  for (const auto& [key, phrase] : phrases_) {
    if (!phrase.is_counted()) plain.set(key, phrase.forms.find("")->second);
  }
  record_ = share(std::move(plain));
}

const std::string* Words::plain(std::string_view key) const {
  const auto phrase = phrases_.find(key);
  if (phrase == phrases_.end()) return nullptr;
  const auto& forms = phrase->second.forms;
  const auto form = forms.find(phrase->second.is_counted() ? "other" : "");
  return form == forms.end() ? nullptr : &form->second;
}

std::string Words::text(std::string_view key) const { return fill(key, {}); }

std::string Words::fill(std::string_view key, std::initializer_list<Filling> fillings) const {
  const std::string* form = plain(key);
  return form == nullptr ? std::string(key) : filled(*form, fillings);
}

std::string Words::count(std::string_view key, int n, std::initializer_list<Filling> fillings) const {
  const std::string* form = plain(key);
  if (form == nullptr) return std::string(key);
  const Phrase& phrase = phrases_.find(key)->second;
  const auto zero = n == 0 ? phrase.forms.find("zero") : phrase.forms.end();
  const auto chosen = zero != phrase.forms.end() ? zero : phrase.forms.find(plural_category(n, phrase.language));
  if (chosen != phrase.forms.end()) form = &chosen->second;
  const std::string digits = number(n, language_);
  return filled(filled(*form, {{"count", digits}}), fillings);
}

}  // namespace causerie
