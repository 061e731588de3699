// The parse cache on disk, in a folder of the user's cache that may be deleted at any time.
//
// It only saves work: see parse_cache.h for when a value is reused. The folder contains parts, named by ascending
// numbers. A part is a line that identifies the format and the program, entries (kind, path, value), and a hash of
// everything before it; for each path the entry in the highest part wins. New entries are written as new parts, and
// once much is outdated everything is rewritten. Contains no reader's e-mail address (parse_cache_encoding.h).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/files.h"
#include "content/parse_cache.h"

namespace causerie {

class DiskParseCache {
 public:
  DiskParseCache() = default;  // stores nothing
  // `program` identifies everything that decides what parsing returns. The folder must be used for one site only.
  DiskParseCache(std::shared_ptr<Files> folder, Hash program) : folder_(std::move(folder)), program_(program) {}

  // Entries that cannot be read are treated as missing.
  ParseCache load(int jobs);
  // Stores the entries that are not on disk yet. If that fails, the next run parses them again.
  void keep(const ParseCache&, int jobs);

 private:
  struct Part {
    std::uint64_t number = 0;
    std::uint64_t size = 0;
    bool is_broken = false;
  };

  std::shared_ptr<Files> folder_;
  Hash program_;
  std::vector<Part> parts_;  // by number
};

}  // namespace causerie
