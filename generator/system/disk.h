// Files on disk, through POSIX.
#pragma once

#include <memory>
#include <string>

#include "base/files.h"

namespace causerie {

// Who may read new files, unless the umask is stricter.
enum class Readers { everybody, owner };

// The folder `root`, which need not exist until something is written to it. Links in `root` itself are always followed;
// those below it only with FollowLinks::yes.
std::unique_ptr<Files> disk_files(std::string root, FollowLinks links, Readers readers = Readers::everybody);

// The absolute path with all links followed, as far as it exists; the rest is kept as written, with `..` resolved.
std::string real_path(const std::string& path);

}  // namespace causerie
