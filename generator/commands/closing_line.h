// What the last line of several commands says.
#pragma once

#include <string>

#include "site/site.h"

namespace causerie {

// "2 comments shown, 1 pending; 1 scheduled: content/essays/b.md on 2026-06-08": of the conversation on the pages that
// are shown, and of what waits for its day.
std::string conversation_and_schedule(const Site&);

}  // namespace causerie
