#include <sys/stat.h>

#include <filesystem>
#include <set>
#include <system_error>

#include "system/change_source.h"
#include "system/file_stat.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

bool look_at(const std::string& path, FileStat& stat) {
  struct stat found;
  if (::stat(path.c_str(), &found) != 0) return false;
  stat = file_stat(found);
  return true;
}

}  // namespace

void walk(const std::string& root, const IsIgnored& is_ignored, const Visit& visit) {
  std::set<std::pair<std::uint64_t, std::uint64_t>> entered;
  std::vector<std::string> pending{root};
  std::error_code error;
  while (!pending.empty()) {
    const std::string path = std::move(pending.back());
    pending.pop_back();
    const bool is_link = fs::is_symlink(fs::symlink_status(path, error));
    FileStat stat;
    if (!look_at(path, stat)) stat.kind = FileKind::other;
    if (stat.kind != FileKind::folder) {
      visit(path, stat, is_link ? (fs::path(path).parent_path() / fs::read_symlink(path, error)).string() : "");
      continue;
    }
    if (!entered.emplace(stat.device, stat.inode).second) continue;
    visit(path, stat, "");
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
      std::string below = path + "/" + entry->path().filename().string();
      if (!is_ignored(below)) pending.push_back(std::move(below));
    }
  }
}

}  // namespace causerie
