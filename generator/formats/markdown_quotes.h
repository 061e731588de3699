// Typographic quotes by the text's language, dashes and ellipses.
#pragma once

#include <string>
#include <string_view>

#include "formats/markdown_events.h"

namespace causerie {

struct QuoteMarks {
  std::string_view language;
  std::string_view open, close;              // for "
  std::string_view inner_open, inner_close;  // for '
};

const QuoteMarks& quote_marks_of(std::string_view language);  // English where the language is not known

// In texts, not in code. `literal` stands before a character that is to stay as it is, and is removed.
void set_typography(Events& events, const std::vector<ProseLink>& links, std::string_view language,
                    std::string_view literal);

}  // namespace causerie
