// A block quote that begins `[!NOTE]` is a callout; words behind it on the line are its title.
#pragma once

#include "formats/markdown/events.h"

namespace causerie {

void make_callouts(Events& events);

}  // namespace causerie
