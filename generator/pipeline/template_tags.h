// Reports the tags of other programs' templates that were left in texts.
#pragma once

#include "base/diagnostics.h"
#include "pipeline/prepare_site.h"

namespace causerie {

// Adds a note for each tag; all of one kind have the same message.
void note_template_tags(const PreparedSite&, Diagnostics&);

}  // namespace causerie
