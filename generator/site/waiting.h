// What is not public yet: drafts, scheduled essays, promises, and pending comments.
#pragma once

#include <string>
#include <vector>

#include "site/references.h"
#include "site/site.h"

namespace causerie {

// A link whose target is not published. The pointer points into the References.
struct WaitingPromise {
  SourceLocation location;                     // of the link
  std::string destination;                     // as written
  const Resolved* target = nullptr;            // its meaning is Meaning::promise
  EssayState said_in = EssayState::published;  // of the essay that the link is in; published if it is elsewhere
};

struct PendingComment {
  EssayId essay;
  int comment = -1;  // index into the essay's comments
};

std::vector<EssayId> draft_essays(const Site&);      // by source
std::vector<EssayId> scheduled_essays(const Site&);  // by day, then source
// Includes promises in texts that are not published; by source location.
std::vector<WaitingPromise> waiting_promises(const Site&, const References&);
std::vector<PendingComment> pending_comments(const Site&);  // by source, then in the order of its files

}  // namespace causerie
