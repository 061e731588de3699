// What the last line of several commands says.
#pragma once

#include <string>

#include "site/summary.h"

namespace causerie {

// "2 comments shown, 1 pending; 1 scheduled: content/essays/b.md on 2026-06-08"
std::string conversation_and_schedule(const SiteSummary&);

}  // namespace causerie
