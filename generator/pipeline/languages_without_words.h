// Reports languages of pages for which the theme has no words.
#pragma once

#include "base/diagnostics.h"
#include "site/site.h"
#include "theme/theme.h"

namespace causerie {

// One warning for each such language that is shown, where it is first set.
void warn_of_languages_without_words(const Site&, const Theme&, Diagnostics&);

}  // namespace causerie
