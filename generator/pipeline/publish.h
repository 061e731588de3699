// The only step that writes the site.
//
// At any moment, readers of the destination see each page complete, either old or new. After an interruption, the next
// build repairs what is left. Files that are not ours are never changed or removed.
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
  std::size_t same = 0;       // made, but the file already had these bytes: not touched
  std::size_t unchanged = 0;  // not made
  std::size_t removed = 0;
  Hash list;                                           // of the current bytes of the list of our files
  std::vector<std::pair<std::string, FileStat>> left;  // all our files, the list included
};

// Outputs are rendered and written in shares: memory contains the bytes of only one, and the list of our files names a
// share's files before the first of them is written. A share is a sixteenth of the outputs to make, but at least this
// many, so that the list is not written too often.
inline constexpr std::size_t smallest_share = 1024;

// REQUIRES: the arguments were made from one another, all under this lock. A failure before the first write (such as a
// foreign file in the way) leaves the destination untouched.
Result<Published> publish(const BuildLock& lock, const Plan& plan, Fingerprints wanted, const DestinationState& state,
                          const Changes& changes, Rendering& rendering, std::size_t share = smallest_share);

}  // namespace causerie
