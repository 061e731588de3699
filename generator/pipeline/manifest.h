// Our notes of the last build: what each output was made of. They only ever save work: without them, or with those of
// another destination, everything is made again and the result is the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "pipeline/fingerprints.h"

namespace causerie {

inline constexpr std::string_view manifest_path = "manifest";  // in the folder of our notes

struct Noted {
  std::string path;
  std::vector<Input> inputs;
  Hash bytes;
  FileStat stat;  // of the file when we last knew its bytes
  bool operator==(const Noted&) const = default;
};

struct Manifest {
  std::vector<Noted> outputs;  // by path
  bool operator==(const Manifest&) const = default;

  const Noted* find(std::string_view path) const;
};

// A line of text that names the format; the names of all inputs, once each; the outputs, which call inputs by number;
// and a hash of everything before it (base/binary.h).
std::string encode_manifest(const Manifest& manifest);

// An empty manifest where the bytes are not exactly what `encode_manifest` gives.
Manifest decode_manifest(std::string_view bytes);

}  // namespace causerie
