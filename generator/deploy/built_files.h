// The output of a build, which is what gets deployed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/hash.h"

namespace causerie {

struct BuiltFile {
  std::string path;
  Hash bytes;
  std::uint64_t size = 0;
};

struct BuiltSite {
  std::vector<BuiltFile> files;        // sorted by path (byte order), without the own-files list
  std::string list;                    // the own-files list, byte for byte
  std::vector<std::string> strangers;  // files in the folder that no build made; not deployed
};

// REQUIRES: the build lock is held, or nothing else uses the files.
Result<BuiltSite> read_built_site(Files&);

// Returns the bytes of a built file; fails if they have changed since the build.
Result<std::string> read_built_file(Files&, const BuiltFile&);

}  // namespace causerie
