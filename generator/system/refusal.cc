#include "system/refusal.h"

#include <cerrno>
#include <system_error>

namespace causerie {

namespace {

struct Wording {
  int error;
  const char* reason;
  const char* hint;
};

constexpr Wording wordings[] = {
    {ENOENT, "it does not exist", ""},
    {EACCES, "permission denied", "check the owner and the permissions of the file and of the folders above it"},
    {EPERM, "the system does not permit it",
     "check the owner and the permissions of the file and of the folders above it"},
    {ENOSPC, "no space is left on the device", "free some space there, then run the command again"},
    {EDQUOT, "your disk quota is used up", "free some space there, then run the command again"},
    {EFBIG, "the file is larger than the file system or a limit allows", ""},
    {EROFS, "the file system is read-only", "choose another place, or mount it as writable"},
    {EISDIR, "a folder is where a file should be", "move or rename that folder"},
    {ENOTDIR, "a file or a link is where a folder should be", "move or rename it"},
    {ELOOP, "a symbolic link is in its path", "links are not followed here: put a real folder or file in its place"},
    {ENAMETOOLONG, "the name is too long for the file system", "choose a shorter name"},
    {EMFILE, "too many files are open", "raise the limit (ulimit -n)"},
    {ENFILE, "too many files are open on this machine", "close other programs"},
    {EIO, "the device failed (input/output error)", "check the disk first, then run the command again"},
    {ENOLCK, "the file system does not support locks", "choose a place on another file system"},
};

}  // namespace

Failure refusal(std::string action, std::string path, int error) {
  for (const Wording& wording : wordings) {
    if (wording.error == error) return {std::move(action), std::move(path), wording.reason, wording.hint};
  }
  return {std::move(action), std::move(path), std::generic_category().message(error), ""};
}

}  // namespace causerie
