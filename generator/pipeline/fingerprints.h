// The inputs of each output, as hashes: two outputs with equal inputs have equal bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "pipeline/plan.h"

namespace causerie {

struct Fingerprint {
  std::string path;
  std::vector<Input> inputs;  // sorted by name
  bool operator==(const Fingerprint&) const = default;
};

using Fingerprints = std::vector<Fingerprint>;  // one for each output of the plan, in its order

// `program` identifies the program that renders. `layout_hash` is called from several threads; it must cover everything
// that rendering the layout may read: its flattened text, and the layouts that forests in its record may name.
Fingerprints fingerprints(const Plan& plan, Hash program,
                          const std::function<Hash(std::string_view layout)>& layout_hash, int jobs);

}  // namespace causerie
