// Reads the state of the destination. Changes nothing.
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

// What is at the path of an output.
struct OutputState {
  std::optional<ExistingFile> file;     // nullopt if there is no file
  bool is_blocked = false;              // something other than a file is there, or a file is where a folder should be
  std::vector<std::string> in_the_way;  // if blocked: what would have to be removed; `a/b/` is an empty folder
};

struct DestinationState {
  Manifest manifest;
  OwnFiles own;
  std::string own_text;                // the bytes of the list as found
  std::vector<OutputState> outputs;    // one for each output, in the plan's order
  std::vector<ExistingFile> others;    // listed files that are no output now, sorted by path
  std::vector<std::string> folders;    // that an interrupted build may have left empty, sorted by path
  std::vector<std::string> leftovers;  // temporary files of a build that was killed
};

// Whether a file with the same stat as in the manifest counts as unchanged, or is read.
enum class Trust { stats, nothing };

Result<DestinationState> scan_destination(const BuildLock& lock, const Fingerprints& wanted, Trust trust, int jobs);

}  // namespace causerie
