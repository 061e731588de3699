// Which comments belong to which essay.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/comments/folders.h"
#include "content/comments/parsing.h"
#include "content/essay.h"
#include "content/sources.h"

namespace causerie {

// For each essay the paths of the comment files beside it. One without an essay is a warning that names the nearest.
std::vector<std::vector<std::string>> match_own_comments(const Essays&, const std::vector<CommentSourceFile>&,
                                                         Diagnostics&);

// For each essay what `files`, read as `read`, hold for it. A comment belongs to the essay whose stem or slug is, where
// `.`, `_` and blanks count as `-` and letter case is ignored, the first of these that there is: the last segment of
// the page's address in the comment or around its thread; the folder that its file lies in; and, for a comment that has
// no address, an address that its dialect means less strictly, the file's stem, and the name of the top folder. Where
// several essays are called so, the segment or folder before it must be the essay's. What belongs to no essay, or may
// belong to several, is one warning a folder, or a file of several comments, that counts them and names the nearest.
std::vector<RawComments> match_foreign_comments(const Essays&, const std::vector<ForeignCommentFile>& files,
                                                std::vector<RawComments> read, Diagnostics&);

}  // namespace causerie
