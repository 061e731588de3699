// Which of the writer's files are copied into the output as they are.
#pragma once

#include <span>
#include <string_view>

#include "content/keys.h"

namespace causerie {

// `name` is the path below content/. Never copied, letter case ignored: anything with .md, .markdown, .yaml or .yml
// among its extensions, with `.comments` in a name on its path, mail and databases, and what editors and sync tools
// leave behind. `comment_folders` are paths below the site's folder.
bool is_copied(std::string_view name, std::span<const Placed> comment_folders);

// Whether a file of that name below content/ is one of the folders or files, or lies in one.
bool lies_in(std::string_view name, std::span<const Placed> comment_folders);

// Whether an editor, a sync tool or a merge left a file of this name behind.
bool is_leaving(std::string_view name);

}  // namespace causerie
