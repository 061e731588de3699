// Typographic quotes by the text's language, dashes and ellipses.
#pragma once

#include <string_view>

#include "base/locale.h"
#include "formats/markdown/events.h"

namespace causerie {

// CLDR's, but where its readers are used to others. For " and, inner, for '.
QuotationMarks quote_marks_of(std::string_view language);

// In texts, not in code. `literal` stands before a character that is to stay as it is, and is removed.
void set_typography(Events& events, const std::vector<ProseLink>& links, std::string_view language,
                    std::string_view literal);

}  // namespace causerie
