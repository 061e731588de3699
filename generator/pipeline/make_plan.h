// The fourth step: what the site will consist of.
#pragma once

#include "base/diagnostics.h"
#include "pages/fragment_cache.h"
#include "pipeline/plan.h"
#include "site/links.h"
#include "site/references.h"
#include "site/site.h"
#include "theme/theme.h"

namespace causerie {

// What pages are made of, kept for as long as the plan.
struct PlanData {
  Routes routes;
  References references;
  Links links;
  FragmentCache fragments{};
};

// Routes, then references, then every output with its named inputs. Total: where something is wrong the plan is as good
// as the site allows. The site and the theme must outlive the plan, whose values that are made later refer to them.
Plan make_plan(const Site&, const Theme&, int jobs, Diagnostics&);

}  // namespace causerie
