// Parse results that outlive a run, in a folder of the user's cache that may be deleted at any time.
//
// They only ever save work: see parse_cache.h for when a value is used again. The folder holds parts, named by
// ascending numbers. A part is a line that names the format and the program, entries (kind, path, value), and a hash of
// all before it; the entry of the highest part counts. What is new is written as a new part, and once much is outdated
// everything is written anew. No e-mail address of a reader is in it (parse_cache_encoding.h).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/files.h"
#include "content/parse_cache.h"

namespace causerie {

class DiskParseCache {
 public:
  DiskParseCache() = default;  // keeps nothing
  // `program` stands for all that decides what reading gives. The folder must be one site's own.
  DiskParseCache(std::shared_ptr<Files> folder, Hash program) : folder_(std::move(folder)), program_(program) {}

  // What cannot be read is not there.
  ParseCache load(int jobs);
  // Keeps what is not there yet. Where it cannot be written, the next run reads again.
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
