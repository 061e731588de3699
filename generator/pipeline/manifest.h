// The manifest: what each output of the last build was made from. It only saves work: without it, or with that of
// another destination, everything is made again and the result is the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "pipeline/fingerprints.h"
#include "system/store.h"

namespace causerie {

struct ManifestEntry {
  std::string path;
  std::vector<Input> inputs;
  Hash bytes;
  FileStat stat;  // of the file when its bytes were last known
  bool operator==(const ManifestEntry&) const = default;
};

struct Manifest {
  std::vector<ManifestEntry> outputs;  // sorted by path
  bool operator==(const Manifest&) const = default;

  const ManifestEntry* find(std::string_view path) const;
};

// The manifest of the last build to a destination, named by its path; empty if there is none.
Manifest load_manifest(Store&, const std::string& destination);
void store_manifest(Store&, const std::string& destination, const Manifest&);  // the caller commits

}  // namespace causerie
