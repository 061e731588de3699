// Comment files in the folders where other programs store comments.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "content/site_file.h"

namespace causerie {

struct ForeignCommentFile {
  std::string path;        // below the site's folder
  bool is_at_top = false;  // directly in a folder named in site.yaml, or named there itself
};

// Lists the files that `comments.folders` in site.yaml names: folders, recursively, or single files, anywhere below the
// site's folder. A missing one is an error. Sorted by path.
Result<std::vector<ForeignCommentFile>> list_foreign_comments(Files&, const SiteFile&, Diagnostics&);

}  // namespace causerie
