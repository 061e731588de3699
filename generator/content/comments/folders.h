// The files below the folders where other programs keep comments.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "content/site_file.h"

namespace causerie {

struct ForeignCommentFile {
  std::string path;         // below the site's folder
  std::string folder_name;  // of the folder that it lies in, NFC
  bool is_at_top = false;   // it lies in the named folder itself, or is named itself
};

// What `comments.folders` of site.yaml names, which lies anywhere below the site's folder: folders with all that is in
// them, or single files. What is not there is an error. By path.
Result<std::vector<ForeignCommentFile>> list_foreign_comments(Files&, const SiteFile&, Diagnostics&);

}  // namespace causerie
