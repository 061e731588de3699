// What each file below content/ is, told from its name and place alone.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/essay.h"
#include "content/tree.h"

namespace causerie {

struct SourceFile {
  std::string path;    // as the disk spells it
  std::string folder;  // below content/
  std::string stem;
  EssayKind kind = EssayKind::stand_alone;
};

struct CommentSourceFile {
  std::string path;
  std::string folder;  // of the essay, below content/
  std::string stem;    // of the essay
};

struct Sources {
  std::vector<std::string> series_folders;  // below content/
  std::vector<SourceFile> essays;
  std::vector<CommentSourceFile> comments;  // an essay's files together, the one file before the folder's
  std::vector<TreeFile> copied;
  std::vector<TreeFile> refused;  // where they may not be, and reported: what leads to them raises no second error
};

// Files that stand where they may not (an essay below a series' folder, a translation) are errors.
Sources sort_sources(const Tree&, std::span<const Placed> comment_folders, Diagnostics&);

}  // namespace causerie
