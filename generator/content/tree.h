// The folder content/ as names: what lies where, links followed as far as they may lead.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"

namespace causerie {

struct TreeFile {
  std::string path;  // as the disk spells it, below the site's folder: "content/attachment/schema.png"
  std::string name;  // the path below content/ in NFC: "attachment/schema.png"
};

struct Tree {
  std::vector<TreeFile> files;       // by name (byte order)
  std::vector<std::string> folders;  // names below content/, the top ("") first
};

inline constexpr int folder_depth_limit = 100;

// Names that begin with `.` or `_` are left out, `.well-known` excepted. A symbolic link that leaves the site's folder,
// leads to its own parents, or to something already in content/ is an error. Without content/ the tree is empty, and
// that is an error too.
Result<Tree> read_tree(Files&, Diagnostics&);

}  // namespace causerie
