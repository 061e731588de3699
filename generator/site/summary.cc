#include "site/summary.h"

#include "site/waiting.h"

namespace causerie {

SiteSummary summary_of(const Site& site) {
  SiteSummary summary;
  for (const EssayView& essay : site.essays) {
    if (!essay.is_shown) continue;
    summary.comments_shown += essay.conversation.shown;
    summary.comments_pending += essay.conversation.pending;
  }
  for (const EssayId id : scheduled_essays(site)) {
    if (!site.view(id).is_shown) summary.scheduled.push_back({site.source(id).source, site.source(id).date->day});
  }
  return summary;
}

}  // namespace causerie
