// Converts results of stat(2).
#pragma once

#include "base/files.h"

struct stat;

namespace causerie {

FileKind file_kind(const struct stat&);
FileStat file_stat(const struct stat&);

}  // namespace causerie
