// How a language writes numbers, dates and quotations, from CLDR data (through ICU).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"

namespace causerie {

bool is_language(std::string_view tag);  // a BCP 47 tag that ICU knows ("en", "pt-BR")
bool is_right_to_left(std::string_view language);

// Returns zero, one, two, few, many or other: the form for "n comments", or for "the n-th comment".
enum class PluralKind { cardinal, ordinal };
std::string plural_category(int n, std::string_view language, PluralKind kind = PluralKind::cardinal);
std::vector<std::string> plural_categories(std::string_view language, PluralKind);  // those that the language has

std::string ordinal_word(int n, std::string_view language);  // third, troisième; digits if CLDR has no words
std::string long_date(Day, std::string_view language);       // 1 May 2024
std::string month_and_year(int year, int month, std::string_view language);  // May 2024
std::string number(int n, std::string_view language);                        // 1,234
std::string capitalized(std::string_view text, std::string_view language);   // first letter in title case

// A language's quotation marks, and those for a quotation inside a quotation.
struct QuotationMarks {
  std::string open, close;
  std::string inner_open, inner_close;
};
QuotationMarks quotation_marks(std::string_view language);  // English ones if CLDR has none

}  // namespace causerie
