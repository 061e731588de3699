// What an essay is in an edition, as far as other essays have no say in it.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "content/content.h"
#include "content/history.h"
#include "site/site.h"

namespace causerie {

// The state, whether it is shown, the language, and the number as written. The rest is settled one by one.
EssayView essay_view(const Essay&, const SiteFile&, const Edition&);

// Those that the essay names, else those of its series (nothing: it is in none), else the site's.
std::vector<Author> authors_of(const Essay&, const Series*, const SiteFile&, Diagnostics&);

// Whether comments are open, closed or off, since when they are closed, and the conversation.
void settle_comments(const Essay&, const SiteFile&, const Edition&, EssayView&, Diagnostics&);

// The revisions and the day of the last. The text above a list has no history of its own.
void settle_history(const Essay&, const History&, EssayView&);

}  // namespace causerie
