// Everything below a folder, by name.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace causerie {

struct WalkedFile {
  std::string path;
  FileKind kind = FileKind::file;  // no folder
};

struct Walked {
  std::vector<WalkedFile> files;       // by path (byte order), the list of what is ours left out
  std::vector<std::string> folders;    // likewise
  std::vector<std::string> temporary;  // what a write that was killed left, which is none of the files
};

// What becomes of a folder that cannot be listed. Passed by, as one that holds nothing of ours: lost+found, say.
enum class OnTrouble { stop, pass_by };

Result<Walked> walk(Files&, OnTrouble);

}  // namespace causerie
