// Which comment files belong to which essay.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "content/essay.h"
#include "content/sources.h"

namespace causerie {

struct CommentPath {
  std::string path;  // below the site's folder
  bool is_foreign = false;
};

// A file below one of `comments.folders`, and the name by which its essay is found.
struct ForeignCommentFile {
  std::string path;
  std::string essay_name;  // the folder that it lies in
};

// Files below the folders of site.yaml's `comments.folders`, which lie anywhere below the site's folder. A folder that
// is not there is an error.
Result<std::vector<ForeignCommentFile>> list_foreign_comments(Files&, const SiteFile&, Diagnostics&);

// For each essay its files: beside it first, then foreign ones. Foreign names match an essay's stem or slug, where `.`
// and `_` count as `-` and letter case is ignored. What belongs to no essay is a warning that names the nearest.
std::vector<std::vector<CommentPath>> match_comments(const std::vector<Essay>&, const std::vector<CommentSourceFile>&,
                                                     const std::vector<ForeignCommentFile>&, Diagnostics&);

}  // namespace causerie
