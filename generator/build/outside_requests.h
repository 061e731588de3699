// What the pages make a reader's browser ask other hosts for.
#pragma once

#include "base/diagnostics.h"
#include "build/prepare_site.h"

namespace causerie {

// A note for each such place: pictures from elsewhere and raw HTML in the writer's texts (drafts included), addresses
// in the templates and stylesheets of the site's own theme. Comments bring none. What a script asks for cannot be
// known.
void note_outside_requests(const PreparedSite&, Diagnostics&);

}  // namespace causerie
