// The manifest: what each output of the last build was made from. It only saves work: without it, or with that of
// another destination, everything is made again and the result is the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "pipeline/fingerprints.h"

namespace causerie {

inline constexpr std::string_view manifest_path = "manifest";  // in the cache

struct Noted {
  std::string path;
  std::vector<Input> inputs;
  Hash bytes;
  FileStat stat;  // of the file when its bytes were last known
  bool operator==(const Noted&) const = default;
};

struct Manifest {
  std::vector<Noted> outputs;  // sorted by path
  bool operator==(const Manifest&) const = default;

  const Noted* find(std::string_view path) const;
};

// The format: a line of text that names it; the names of all inputs, once each; the outputs, which refer to inputs by
// index; and a hash of everything before it (base/binary.h).
std::string encode_manifest(const Manifest& manifest);

// Empty unless the bytes are exactly what `encode_manifest` returns.
Manifest decode_manifest(std::string_view bytes);

}  // namespace causerie
