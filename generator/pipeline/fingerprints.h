// The inputs of each output, as hashes: two outputs with equal inputs have equal bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "pipeline/plan.h"

namespace causerie {

struct Input {
  std::string name;
  Hash hash;
  bool operator==(const Input&) const = default;
};

// Inputs that are not fields of the record. The parentheses distinguish them from fields, whose names cannot contain
// any.
inline constexpr std::string_view program_input = "(program)";  // of pages and texts
inline constexpr std::string_view layout_input = "(layout)";    // of pages
inline constexpr std::string_view links_input = "(links)";      // of pages: how they write addresses
inline constexpr std::string_view bytes_input = "(bytes)";      // of copies

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
