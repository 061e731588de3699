// The disk, as POSIX knows it.
#pragma once

#include <memory>
#include <string>

#include "base/files.h"

namespace causerie {

// Who may read new files, unless the umask says that fewer may.
enum class Readers { everybody, owner };

// The folder `root`, which need not exist until something is written to it. Links in `root` itself are always followed;
// with FollowLinks::no, none below it is.
std::unique_ptr<Files> disk_files(std::string root, FollowLinks links, Readers readers = Readers::everybody);

// The absolute path with every link followed, as far as it exists; the rest is taken as it is written, `..` resolved.
std::string real_path(const std::string& path);

}  // namespace causerie
