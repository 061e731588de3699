#include "deploy/walk.h"

#include <algorithm>

#include "base/paths.h"
#include "pipeline/own_files.h"

namespace causerie {

Result<Walked> walk(Files& files, OnError on_trouble) {
  Walked walked;
  std::vector<std::string> pending{""};
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    const auto entries = files.list(folder);
    if (!entries && on_trouble == OnError::stop) return entries.failure();
    if (!entries) continue;
    for (const FolderEntry& entry : *entries) {
      std::string path = join_path(folder, entry.name);
      if (entry.kind == FileKind::folder) {
        pending.push_back(path);
        walked.folders.push_back(std::move(path));
      } else if (is_temporary(entry.name) && entry.kind == FileKind::file) {
        walked.temporary.push_back(std::move(path));
      } else if (path != own_files_path) {
        walked.files.push_back({std::move(path), entry.kind});
      }
    }
  }
  std::sort(walked.files.begin(), walked.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  std::sort(walked.folders.begin(), walked.folders.end());
  return walked;
}

}  // namespace causerie
