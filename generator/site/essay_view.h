// What an essay is in an edition, as far as it does not depend on other essays.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "content/content.h"
#include "content/history.h"
#include "site/site.h"

namespace causerie {

// Sets the state, whether it is shown, the language, and the part as written. The functions below add the rest.
EssayView essay_view(const Essay&, const SiteFile&, const Edition&);

// The authors that the essay names, else those of its series (null: not in a series), else the site's.
std::vector<Author> authors_of(const Essay&, const Series*, const SiteFile&, Diagnostics&);

// Sets whether comments are open, closed or off, since when they are closed, and the conversation.
void settle_comments(const Essay&, const SiteFile&, const Edition&, EssayView&, Diagnostics&);

// Sets the revisions and `updated`. A draft and an index.md have no revisions.
void settle_history(const Essay&, const History&, EssayView&);

}  // namespace causerie
