// The files and folders below content/, with symbolic links followed as far as allowed.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"

namespace causerie {

struct TreeFile {
  std::string path;  // as spelled on disk, below the site's folder: "content/attachment/schema.png"
  std::string name;  // the path below content/ in NFC: "attachment/schema.png"
};

struct Tree {
  std::vector<TreeFile> files;       // by name (byte order)
  std::vector<std::string> folders;  // names below content/, the top ("") first
};

inline constexpr int folder_depth_limit = 100;

// Names that begin with `.` or `_` are skipped, except `.well-known`. A symbolic link that leads out of the site's
// folder, to its own parents, to something already in content/, or to a published site is an error. Without content/
// the tree is empty, which is also an error.
Result<Tree> read_tree(Files&, Diagnostics&);

}  // namespace causerie
