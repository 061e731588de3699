// Makes the plan: what the site will consist of.
#pragma once

#include "base/diagnostics.h"
#include "pages/fragment_cache.h"
#include "pipeline/plan.h"
#include "site/links.h"
#include "site/references.h"
#include "site/site.h"
#include "theme/theme.h"

namespace causerie {

// What pages are made from; it exists as long as the plan.
struct PlanData {
  Routes routes;
  References references;
  Links links;
  FragmentCache fragments{};
};

// Makes the routes, then resolves references, then adds every output with its named inputs. Always returns a plan:
// after errors it is as complete as the site allows. The site and the theme must outlive the plan, because its `Later`
// values refer to them.
Plan make_plan(const Site&, const Theme&, int jobs, Diagnostics&);

}  // namespace causerie
