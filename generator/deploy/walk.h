// Lists everything below a folder by name.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace causerie {

struct WalkedFile {
  std::string path;
  FileKind kind = FileKind::file;  // never a folder
};

struct Walked {
  std::vector<WalkedFile> files;       // sorted by path (byte order), without the own-files list
  std::vector<std::string> folders;    // sorted likewise
  std::vector<std::string> temporary;  // left over from interrupted writes; not among the files
};

// What to do about a folder that cannot be listed. `pass_by` skips it as one that contains nothing of ours, such as
// lost+found.
enum class OnError { stop, pass_by };

Result<Walked> walk(Files&, OnError);

}  // namespace causerie
