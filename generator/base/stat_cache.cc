#include "base/stat_cache.h"

#include <algorithm>
#include <mutex>

#include "base/paths.h"

namespace causerie {

void StatCache::forget(std::string_view path) {
  const std::unique_lock lock(mutex_);
  if (path.empty()) return folders_.clear();
  const std::string below = std::string(path) + "/";
  std::erase_if(folders_, [&](const auto& known) { return known.first == path || known.first.starts_with(below); });
  folders_.erase(std::string(parent_of(path)));
}

// True if the path was listed with this kind, in a folder that is reached without a link.
bool StatCache::is_plain(std::string_view path, FileKind kind) const {
  const auto found = folders_.find(std::string(parent_of(path)));
  if (found == folders_.end()) return false;
  const auto& entries = found->second.entries;
  const auto entry = std::lower_bound(entries.begin(), entries.end(), causerie::name_of(path),
                                      [](const FolderEntry& one, std::string_view name) { return one.name < name; });
  return entry != entries.end() && entry->name == causerie::name_of(path) && entry->kind == kind;
}

bool StatCache::is_plain_folder(std::string_view path) const {
  if (!parent_of(path).empty()) return is_plain(path, FileKind::folder);
  const auto stat = files_.stat_entry(path);
  return stat && *stat && (*stat)->kind == FileKind::folder;
}

Result<std::vector<FolderEntry>> StatCache::list(std::string_view folder) {
  {
    const std::shared_lock lock(mutex_);
    const auto found = folders_.find(std::string(folder));
    if (found != folders_.end()) return found->second.entries;
  }
  auto listed = files_.list(folder);
  const std::unique_lock lock(mutex_);
  if (listed && is_watched_(folder) && is_plain_folder(folder)) {
    folders_.insert_or_assign(std::string(folder), Folder{*listed, {}});
  }
  return listed;
}

Result<std::optional<FileStat>> StatCache::stat(std::string_view path) {
  const std::string folder(parent_of(path)), name(causerie::name_of(path));
  {
    const std::shared_lock lock(mutex_);
    const auto found = folders_.find(folder);
    if (found != folders_.end()) {
      const auto file = found->second.files.find(name);
      if (file != found->second.files.end()) return std::optional(file->second);
    }
  }
  auto stat = files_.stat(path);
  const std::unique_lock lock(mutex_);
  const bool is_file = stat && *stat && (*stat)->kind == FileKind::file;
  if (is_file && is_watched_(path) && is_plain(path, FileKind::file)) folders_[folder].files.emplace(name, **stat);
  return stat;
}

Result<FileStat> StatCache::write(std::string_view path, std::string_view bytes) {
  forget(path);
  return files_.write(path, bytes);
}

Result<FileStat> StatCache::replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) {
  forget(path);
  return files_.replace(path, expected, bytes);
}

Result<void> StatCache::remove(std::string_view path) {
  forget(path);
  return files_.remove(path);
}

Result<bool> StatCache::remove_folder_if_empty(std::string_view path) {
  forget(path);
  return files_.remove_folder_if_empty(path);
}

Result<void> StatCache::make_folder(std::string_view path) {
  forget(path);
  return files_.make_folder(path);
}

Result<std::unique_ptr<FileLock>> StatCache::lock(std::string_view path, int seconds) {
  return files_.lock(path, seconds);
}

}  // namespace causerie
