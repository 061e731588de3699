// What both ways of writing a file have in common: bytes go to a file next to the target first.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// Different from that of any other write in progress on this machine; `is_temporary` (base/files.h) recognises it. A
// killed program's number may come back, so a file of that name may exist.
std::string temporary_name();

// False on failure: `errno` says why.
bool write_all(int file, std::string_view bytes);

}  // namespace causerie
