// The site as a build left it: what is deployed.
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
  std::vector<BuiltFile> files;        // by path (byte order); the list of what is ours is none of them
  std::string list;                    // that list, byte for byte
  std::vector<std::string> strangers;  // what lies among them and no build made: it is not deployed
};

// REQUIRES: the lock of the build is held, or nobody else knows the files.
Result<BuiltSite> read_built_site(Files&);

// The bytes of a file of it; a failure where they are no longer those that were built.
Result<std::string> read_built_file(Files&, const BuiltFile&);

}  // namespace causerie
