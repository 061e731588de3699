#include "formats/markdown_quotes.h"

#include <algorithm>

#include "base/text.h"

namespace causerie {
namespace {

// CLDR's delimiters, whole tags before their languages. U+202F is the narrow no-break space inside French quotes.
constexpr QuoteMarks english = {"en", "“", "”", "‘", "’"};
constexpr QuoteMarks languages[] = {
    english,
    {"ar", "”", "“", "’", "‘"},
    {"be", "«", "»", "„", "“"},
    {"bg", "„", "“", "‘", "’"},
    {"bs", "„", "”", "‘", "’"},
    {"ca", "«", "»", "“", "”"},
    {"cs", "„", "“", "‚", "‘"},
    {"da", "“", "”", "‘", "’"},
    {"de", "„", "“", "‚", "‘"},
    {"de-CH", "«", "»", "‹", "›"},
    {"de-LI", "«", "»", "‹", "›"},
    {"dsb", "„", "“", "‚", "‘"},
    {"el", "«", "»", "“", "”"},
    {"es", "«", "»", "“", "”"},
    {"et", "„", "“", "‚", "‘"},
    {"eu", "«", "»", "“", "”"},
    {"fa", "«", "»", "‹", "›"},
    {"fi", "”", "”", "’", "’"},
    {"fr", "«\u202F", "\u202F»", "“", "”"},
    {"fr-CH", "«\u202F", "\u202F»", "‹", "›"},
    {"he", "”", "”", "’", "’"},
    {"hr", "„", "”", "‚", "’"},
    {"hsb", "„", "“", "‚", "‘"},
    {"hu", "„", "”", "»", "«"},
    {"hy", "«", "»", "“", "”"},
    {"is", "„", "“", "‚", "‘"},
    {"it", "«", "»", "“", "”"},
    {"it-CH", "«", "»", "‹", "›"},
    {"ja", "「", "」", "『", "』"},
    {"ka", "„", "“", "‚", "‘"},
    {"lb", "„", "“", "‚", "‘"},
    {"lt", "„", "“", "‚", "‘"},
    {"mk", "„", "“", "’", "‘"},
    {"nb", "«", "»", "‘", "’"},
    {"nl", "“", "”", "‘", "’"},
    {"nn", "«", "»", "‘", "’"},
    {"no", "«", "»", "‘", "’"},
    {"pl", "„", "”", "«", "»"},
    {"pt-PT", "«", "»", "“", "”"},
    {"ro", "„", "”", "«", "»"},
    {"ru", "«", "»", "„", "“"},
    {"sk", "„", "“", "‚", "‘"},
    {"sl", "„", "“", "‚", "‘"},
    {"sq", "«", "»", "“", "”"},
    {"sr", "„", "“", "‘", "’"},
    {"sv", "”", "”", "’", "’"},
    {"uk", "«", "»", "„", "“"},
    {"yue", "「", "」", "『", "』"},
    {"zh-Hant", "「", "」", "『", "』"},
    {"zh-HK", "「", "」", "『", "』"},
    {"zh-TW", "「", "」", "『", "』"},
};

const QuoteMarks* find_language(std::string_view tag) {
  const auto found = std::find_if(std::begin(languages), std::end(languages),
                                  [&](const QuoteMarks& marks) { return ascii_iequals(marks.language, tag); });
  return found == std::end(languages) ? nullptr : found;
}

}  // namespace

const QuoteMarks& quote_marks_of(std::string_view language) {
  for (std::string_view tag = language; !tag.empty(); tag = tag.substr(0, tag.rfind('-'))) {
    if (const QuoteMarks* marks = find_language(tag)) return *marks;
    if (tag.find('-') == std::string_view::npos) break;
  }
  return english;
}

}  // namespace causerie
