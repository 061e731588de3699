// Decides which of the writer's files are copied into the output unchanged.
#pragma once

#include <span>
#include <string_view>

#include "content/keys.h"

namespace causerie {

// `name` is the path below content/. Never copied, ignoring letter case: files with .md, .markdown, .yaml or .yml among
// their extensions, files with `.comments` in their path, mail and databases, and leftovers of editors and sync tools.
// `comment_folders` are paths below the site's folder.
bool is_copied(std::string_view name, std::span<const Placed> comment_folders);

// True if the file of that name below content/ is one of the folders or files, or is inside one.
bool lies_in(std::string_view name, std::span<const Placed> comment_folders);

// True if a file of this name was left behind by an editor, a sync tool or a merge.
bool is_leftover(std::string_view name);

}  // namespace causerie
