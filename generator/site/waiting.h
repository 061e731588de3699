// What waits: for its day, for its writer, or for a word of the editor.
#pragma once

#include <string>
#include <vector>

#include "site/references.h"
#include "site/site.h"

namespace causerie {

// A link whose target is not published. The pointer leads into the references.
struct WaitingPromise {
  SourceLocation location;                     // of the link
  std::string destination;                     // as written
  const Resolved* target = nullptr;            // its meaning is a promise
  EssayState said_in = EssayState::published;  // of the essay that makes it; whatever else makes one is published
};

struct PendingComment {
  EssayId essay;
  int comment = -1;  // index into the essay's comments
};

std::vector<EssayId> draft_essays(const Site&);      // by source
std::vector<EssayId> scheduled_essays(const Site&);  // by day, then source
// Those of texts that nobody reads yet as well; by place.
std::vector<WaitingPromise> waiting_promises(const Site&, const References&);
std::vector<PendingComment> pending_comments(const Site&);  // by source, then as they stand in its files

}  // namespace causerie
