// Which of the writer's files are copied into the output as they are.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace causerie {

// `name` is the path below content/. Never copied, letter case ignored: anything with .md, .markdown, .yaml or .yml
// among its extensions, with `.comments` in a name on its path, mail and databases, and what editors and sync tools
// leave behind. `comment_folders` are paths below the site's folder.
bool is_copied(std::string_view name, std::span<const std::string> comment_folders);

}  // namespace causerie
