// What stat(2) says, in our words.
#pragma once

#include "base/files.h"

struct stat;

namespace causerie {

FileKind file_kind(const struct stat&);
FileStat file_stat(const struct stat&);

}  // namespace causerie
