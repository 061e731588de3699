// Reports each tag of another program's templates that was left in a text.
#include "pipeline/checks/site_check.h"
#include "pipeline/template_tags.h"

namespace causerie {

extern const SiteCheck left_over_tags_check;
const SiteCheck left_over_tags_check = {.name = "left-over tags",
                                        .run = [](const CheckedSite& checked, Diagnostics& diagnostics) {
                                          note_template_tags(checked.prepared, diagnostics);
                                        }};

}  // namespace causerie
