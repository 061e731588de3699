// Reports the tags of other programs' templates that were left in texts.
#pragma once

#include "base/diagnostics.h"
#include "pipeline/prepare_site.h"

namespace causerie {

// One note for each kind of tag, with a count and the first places.
void note_kinds_of_template_tags(const PreparedSite&, Diagnostics&);

// A note for each tag.
void note_template_tags(const PreparedSite&, Diagnostics&);

}  // namespace causerie
