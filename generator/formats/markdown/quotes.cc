#include "base/text.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

bool is_language_of(std::string_view language, std::string_view tag) {
  const bool goes_on = tag.size() > language.size() && tag[language.size()] == '-';
  return ascii_iequals(tag.substr(0, language.size()), language) && (goes_on || tag.size() == language.size());
}

}  // namespace

QuotationMarks quote_marks_of(std::string_view language) {
  QuotationMarks marks = quotation_marks(language);
  const auto use_inner = [&](std::string_view open, std::string_view close) {
    marks.inner_open = open;
    marks.inner_close = close;
  };
  // CLDR has the same quotation marks for all variants of German, but Switzerland and Liechtenstein do not use them.
  if (is_language_of("de-CH", language) || is_language_of("de-LI", language)) marks = {"«", "»", "‹", "›"};
  if (is_language_of("fr", language)) {
    if (!is_language_of("fr-CH", language)) use_inner("“", "”");
    marks.open += "\u202F";  // narrow no-break space, which CLDR leaves out
    marks.close.insert(0, "\u202F");
  }
  // If a language has one pair for both, readers could not tell where the inner quotation ends.
  if (marks.inner_open == marks.open) {
    if (marks.open == "„") {
      use_inner("‚", "‘");
    } else if (marks.open == "‘") {
      use_inner("“", "”");
    } else {
      use_inner(marks.open == "“" ? "‘" : "“", marks.open == "“" ? "’" : "”");
    }
  }
  return marks;
}

}  // namespace causerie
