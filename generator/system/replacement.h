// Changes files that belong to a person, as opposed to Causerie's own output: everything about the file but its bytes
// stays as it was.
//
// New bytes are written to a temporary file in the same folder, flushed to the disk (fsync), and renamed over the old
// file. So a failure, a killed program or a power cut leaves the old bytes or the new. The exception is a file with
// several hard links: to keep them, its bytes are overwritten in place, once the temporary file is complete on disk. A
// failure then puts the old bytes back. If the program is killed within those moments the file may be torn, and the
// temporary file (`.causerie-….tmp`) next to it has the new bytes.
//
// Access control lists and extended attributes are not kept, as with most editors that save by renaming.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "base/files.h"
#include "system/beneath.h"

namespace causerie {

// See Files::replace. `path` has no symbolic links; one that appears in it is a failure. `shown` is for messages. An
// owner or group that cannot be kept is a failure, before anything is changed.
Result<FileStat> replace_file(const Beneath&, std::string_view path, const std::string& shown, const Hash& expected,
                              std::string_view bytes);

// The same for a file that must not exist yet. `mode` is that of open(2), subject to the umask.
Result<FileStat> create_file(const Beneath&, std::string_view path, const std::string& shown, mode_t mode,
                             std::string_view bytes);

// How a file is given a name that must be unused, best first; file systems lack some.
enum class UnusedName {
  exclusive_rename,  // renameat2 with RENAME_NOREPLACE (Linux 3.15)
  link,              // linkat and unlinkat (POSIX.1-2008)
  look_and_rename,   // not atomic: a file made in between would be lost
};

// Renames within a folder, with the first way from `best` on that the file system supports. False on failure: `errno`
// says why, EEXIST if something has the name.
bool rename_to_unused(int folder, const std::string& from, const std::string& to,
                      UnusedName best = UnusedName::exclusive_rename);

}  // namespace causerie
