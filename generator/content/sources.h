// Classifies the files below content/ by name and location alone.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/essay.h"
#include "content/tree.h"

namespace causerie {

struct SourceFile {
  std::string path;    // as spelled on disk
  std::string folder;  // below content/
  std::string stem;
  EssayKind kind = EssayKind::stand_alone;
};

struct CommentSourceFile {
  std::string path;
  std::string folder;  // of the essay, below content/
  std::string stem;    // of the essay
  std::string place;   // where it is reported: the file itself, or the folder of comments that it is in
};

struct Sources {
  std::vector<std::string> series_folders;  // below content/
  std::vector<SourceFile> essays;
  std::vector<CommentSourceFile> comments;  // grouped by essay, its single file before those in its folder
  std::vector<TreeFile> copied;
  std::vector<TreeFile> refused;  // misplaced and reported; links to them cause no second error
};

// Misplaced files (an essay below a series' folder, a translation) are errors.
Sources sort_sources(const Tree&, std::span<const Placed> comment_folders, Diagnostics&);

}  // namespace causerie
