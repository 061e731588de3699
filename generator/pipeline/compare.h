// Decides what a build has to do, and why. Pure: no I/O.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/destination_state.h"
#include "pipeline/fingerprints.h"

namespace causerie {

// What is at an output's path before it is written. A foreign file becomes ours if its bytes equal the output's;
// otherwise nothing may be written at all.
enum class Occupant { nothing, our_file, foreign_file };

// `output` is an index into the plan. Reasons are complete clauses for --explain: "input 'threads' changed".
struct Change {
  std::size_t output = 0;
  std::vector<std::string> reasons;
  Occupant occupant = Occupant::nothing;
  bool operator==(const Change&) const = default;
};

struct Changes {
  std::vector<Change> make;               // in the plan's order
  std::size_t unchanged = 0;              // number of all other outputs, which are left alone
  std::vector<std::string> remove_first;  // ours and in the way of a new output; `a/b/` is an empty folder
  std::vector<std::string> remove;        // ours, gone from the plan: removed after everything else is written
  std::vector<std::string> kept;          // listed, gone from the plan, but changed by someone: kept, with a warning
  std::vector<std::string> blocked;       // not ours and in the way: nothing may be written at all
};

enum class Remake { changed, everything };  // everything: --clean

Changes compare(const Fingerprints& wanted, const DestinationState& state, Remake remake);

}  // namespace causerie
