// The only step that writes the site.
//
// A reader of the destination sees each page whole, old or new, at any moment; whatever is interrupted, the next build
// mends it. Files that are not ours are never changed and never removed.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "pipeline/build_lock.h"
#include "pipeline/compare.h"
#include "pipeline/destination_state.h"
#include "pipeline/fingerprints.h"
#include "pipeline/plan.h"
#include "pipeline/render.h"

namespace causerie {

struct Published {
  std::size_t made = 0;       // written
  std::size_t same = 0;       // made, but the very bytes lay there already: not touched
  std::size_t unchanged = 0;  // not made
  std::size_t removed = 0;
  Hash list;                                           // of the bytes of the list of what is ours, as it lies there now
  std::vector<std::pair<std::string, FileStat>> left;  // all that is ours, the list included
};

// Outputs are rendered and written in shares: memory holds the bytes of one, and the list of what is ours names a
// share's files before the first of them is written. A share is a sixteenth of the site and no fewer than so many
// outputs, or the list would be written too often.
inline constexpr std::size_t smallest_share = 1024;

// The arguments must come from one another, all under this lock. A failure before the first write (a file of somebody's
// in our place) leaves the destination exactly as it was.
Result<Published> publish(const BuildLock& lock, const Plan& plan, Fingerprints wanted, const DestinationState& state,
                          const Changes& changes, Rendering& rendering, std::size_t share = smallest_share);

}  // namespace causerie
