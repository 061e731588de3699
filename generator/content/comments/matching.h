// Matches comments to essays.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/comments/folders.h"
#include "content/comments/parsing.h"
#include "content/essay.h"
#include "content/sources.h"

namespace causerie {

// Returns, for each essay, the paths of the comment files next to it. Files that match no essay are a warning that
// suggests the nearest name.
std::vector<std::vector<std::string>> match_own_comments(const Essays&, const std::vector<CommentSourceFile>&,
                                                         Diagnostics&);

// Returns, for each essay, its comments in `files`, whose parsed contents are `read`. A comment belongs to the essay
// whose stem or slug is the first of these that any essay has, ignoring letter case and with `.`, `_` and spaces equal
// to `-`: the last segment of the page's address, given by the comment's thread or by the comment; the folder that the
// file is in; and, if the comment has no address, its page_hint, the file's stem, and the name of the top
// folder. If several essays have that name, the preceding segment or folder decides. Comments that match no essay, or
// several, are one warning per folder, or per file with several comments, that counts them and suggests the nearest
// names.
std::vector<RawComments> match_foreign_comments(const Essays&, const std::vector<ForeignCommentFile>& files,
                                                std::vector<RawComments> read, Diagnostics&);

}  // namespace causerie
