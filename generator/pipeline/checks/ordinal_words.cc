#include "pipeline/checks/ordinal_words.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/locale.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

// Words are in lower-case ASCII, the form in which texts are compared, and separated by spaces. Nouns and adjectives
// are singular: "the next posts" means no particular one.
struct LanguageWords {
  std::string_view language;
  std::string_view texts;  // nouns that mean only a text
  std::string_view parts;  // nouns that may mean a part of anything
  std::string_view next;   // adjectives
  std::string_view previous;
  std::string_view last;         // the previous one, or the last of all
  std::string_view articles;     // that may precede them
  std::string_view of;           // follows if it is a part of something else
  std::string_view endings;      // of ordinals, which agree with the noun
  std::string_view second = {};  // other words for "second"
  bool may_follow = false;       // the adjective may follow the noun
};

constexpr LanguageWords tongues[] = {
    {.language = "en",
     .texts = "post essay instalment installment",
     .parts = "part",
     .next = "next following",
     .previous = "previous preceding",
     .last = "last",
     .articles = "the my our this",
     .of = "of",
     .endings = ""},
    {.language = "de",
     .texts = "beitrag beitrags essay essays folge",
     .parts = "teil teils teiles",
     .next = "nachste nachsten nachster nachstes nachstem folgende folgenden folgender folgendes folgendem",
     .previous = "vorige vorigen voriger voriges vorigem vorherige vorherigen vorheriger vorheriges vorangegangene "
                 "vorangegangenen",
     .last = "letzte letzten letzter letztes letztem",
     .articles = "der die das dem den des im am vom zum zur mein meine meinem meinen meiner dieser",
     .of = "der des von vom dieses dieser",
     .endings = "en er es em e"},
    {.language = "fr",
     .texts = "billet episode volet",
     .parts = "partie",
     .next = "prochain prochaine suivant suivante",
     .previous = "precedent precedente",
     .last = "dernier derniere",
     .articles = "le la mon ma notre ce cette",
     .of = "de du des d",
     .endings = "e",
     .second = "second seconde",
     .may_follow = true},
    {.language = "es",
     .texts = "entrada entrega",
     .parts = "parte",
     .next = "proximo proxima siguiente",
     .previous = "anterior",
     .last = "ultimo ultima",
     .articles = "el la mi nuestra esta",
     .of = "de del",
     .endings = "o a",
     .may_follow = true},
    {.language = "it",
     .texts = "post puntata saggio",
     .parts = "parte",
     .next = "prossimo prossima successivo successiva seguente",
     .previous = "precedente",
     .last = "ultimo ultima",
     .articles = "il lo la nel nella del della dal dalla al alla questo questa",
     .of = "di del dello della dell dei degli delle",
     .endings = "o a",
     .may_follow = true},
    {.language = "pt",
     .texts = "post ensaio",
     .parts = "parte",
     .next = "proximo proxima seguinte",
     .previous = "anterior",
     .last = "ultimo ultima",
     .articles = "o a no na do da ao meu minha este esta",
     .of = "de do da dos das",
     .endings = "o a",
     .may_follow = true},
    {.language = "nl",
     .texts = "bijdrage essay aflevering",
     .parts = "deel",
     .next = "volgende",
     .previous = "vorige voorgaande",
     .last = "laatste",
     .articles = "de het mijn dit deze",
     .of = "van",
     .endings = "e"},
};

constexpr int most_parts = 40;  // the highest number that is recognised as a word

bool is_among(std::string_view word, std::string_view words) {
  for (const std::string_view one : split(words, ' ')) {
    if (one == word) return true;
  }
  return false;
}

std::string folded(std::string_view word) { return is_ascii(word) ? ascii_lower(word) : lower(latin_to_ascii(word)); }

std::string stem_of_ordinal(std::string_view word, std::string_view endings) {
  for (const std::string_view ending : split(endings, ' ')) {
    if (!ending.empty() && word.size() > ending.size() + 2 && word.ends_with(ending))
      return std::string(word.substr(0, word.size() - ending.size()));
  }
  return std::string(word);
}

using Numbers = std::map<std::string, int, std::less<>>;

Numbers numbers_of(const LanguageWords& tongue) {
  Numbers numbers;
  for (int n = most_parts; n > 0; --n)
    numbers[stem_of_ordinal(folded(ordinal_word(n, tongue.language)), tongue.endings)] = n;
  for (const std::string_view word : split(tongue.second, ' ')) {
    if (!word.empty()) numbers[stem_of_ordinal(word, tongue.endings)] = 2;
  }
  return numbers;
}

class Reader {
 public:
  Reader(const std::vector<PlainWord>& words, const LanguageWords& tongue, const Numbers& numbers)
      : tongue_(tongue), numbers_(numbers), written_(words) {
    for (const PlainWord& word : words) words_.push_back(folded(word.text));
  }

  std::vector<OrdinalPhrase> read() {
    std::vector<OrdinalPhrase> phrases;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!written_[i + 1].is_next) continue;
      auto phrase = at(i);
      if (!phrase) continue;
      const bool has_article = i > 0 && written_[i].is_next && is_among(words_[i - 1], tongue_.articles);
      phrase->core = i;
      phrase->first = has_article ? i - 1 : i;
      phrase->last = i + 1;
      phrases.push_back(*phrase);
      ++i;
    }
    return phrases;
  }

 private:
  // Returns what the word at `i` and the next one mean together.
  std::optional<OrdinalPhrase> at(std::size_t i) const {
    const std::string& a = words_[i];
    const std::string& b = words_[i + 1];
    if (is_among(a, tongue_.parts) && is_digits(b) && b.size() < 4 && !is_of_something(i + 1))
      return OrdinalPhrase{.which = Ordinal::numbered, .number = std::stoi(b), .is_in_digits = true};
    if (auto phrase = described(a, b, i + 1)) return phrase;
    return tongue_.may_follow ? described(b, a, i + 1) : std::nullopt;
  }

  std::optional<OrdinalPhrase> described(const std::string& adjective, const std::string& noun,
                                         std::size_t last) const {
    const bool is_text = is_among(noun, tongue_.texts);
    if (!is_text && (!is_among(noun, tongue_.parts) || is_of_something(last))) return std::nullopt;
    if (is_among(adjective, tongue_.next)) return OrdinalPhrase{.which = Ordinal::next};
    if (is_among(adjective, tongue_.previous)) return OrdinalPhrase{.which = Ordinal::previous};
    if (is_among(adjective, tongue_.last)) {
      if (!is_text) return std::nullopt;
      return OrdinalPhrase{.which = Ordinal::last};
    }
    const auto number = numbers_.find(stem_of_ordinal(adjective, tongue_.endings));
    if (number == numbers_.end()) return std::nullopt;
    return OrdinalPhrase{.which = Ordinal::numbered, .number = number->second};
  }

  bool is_of_something(std::size_t last) const {
    return last + 1 < words_.size() && written_[last + 1].is_next && is_among(words_[last + 1], tongue_.of);
  }

  const LanguageWords& tongue_;
  const Numbers& numbers_;
  const std::vector<PlainWord>& written_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<OrdinalPhrase> ordinal_phrases(const std::vector<PlainWord>& paragraph, std::string_view language) {
  static const std::map<std::string_view, Numbers> numbers = [] {
    std::map<std::string_view, Numbers> made;
    for (const LanguageWords& tongue : tongues) made.emplace(tongue.language, numbers_of(tongue));
    return made;
  }();
  const std::string_view wanted = language.substr(0, language.find('-'));
  for (const LanguageWords& tongue : tongues) {
    if (tongue.language == wanted) return Reader(paragraph, tongue, numbers.at(wanted)).read();
  }
  return {};
}

}  // namespace causerie
