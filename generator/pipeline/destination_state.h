// Looks at the destination before anything is decided. Nothing is changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/build_lock.h"
#include "pipeline/fingerprints.h"
#include "pipeline/manifest.h"
#include "pipeline/own_files.h"

namespace causerie {

struct ExistingFile {
  std::string path;
  FileStat stat;
  Hash bytes;
  bool operator==(const ExistingFile&) const = default;
};

// What stands where an output belongs.
struct OutputState {
  std::optional<ExistingFile> file;     // nothing where nothing is
  bool is_blocked = false;              // something else than a file is there, or a file stands where a folder should
  std::vector<std::string> in_the_way;  // of a blocked place: what would have to go; `a/b/` is an empty folder
};

struct DestinationState {
  Manifest manifest;
  OwnFiles own;
  std::string own_text;                // the list as it lies there, byte for byte
  std::vector<OutputState> outputs;    // one for each output, in order
  std::vector<ExistingFile> others;    // files whose path is listed and that no output has, by path
  std::vector<std::string> folders;    // that an interrupted build may have left empty, by path
  std::vector<std::string> leftovers;  // temporary files of a build that was killed
};

// Whether a file whose stat is as noted is taken for unchanged, or read.
enum class Trust { stats, nothing };

Result<DestinationState> scan_destination(const BuildLock& lock, const Fingerprints& wanted, Trust trust, int jobs);

}  // namespace causerie
