// The page that shows what changed in an essay since it was published.
#pragma once

#include "base/paths.h"
#include "site/site.h"

namespace causerie {

inline UrlPath history_path(const EssayView& view) { return {view.path.text + "history/"}; }

}  // namespace causerie
