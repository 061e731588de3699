// The disk, as POSIX knows it.
#pragma once

#include <memory>
#include <string>

#include "base/files.h"

namespace causerie {

// The folder `root`, which need not exist until something is written to it. Links in `root` itself are always followed;
// with FollowLinks::no, none below it is. New files are 0644 less the umask.
std::unique_ptr<Files> disk_files(std::string root, FollowLinks links);

// The absolute path with every link followed, as far as it exists; the rest is taken as it is written, `..` resolved.
std::string real_path(const std::string& path);

}  // namespace causerie
