// Caches the listings and stats of a folder that is watched for changes, until `forget` discards them.
//
// The watcher must call `forget` for every path that changed, appeared or disappeared. Nothing behind a symbolic link
// is cached, because changes there are reported elsewhere; nor are the bytes of files.
#pragma once

#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.h"

namespace causerie {

class StatCache : public Files {
 public:
  // `is_watched`: true if changes of this path, below the folder, are noticed.
  StatCache(Files& files, std::function<bool(std::string_view path)> is_watched)
      : files_(files), is_watched_(std::move(is_watched)) {}

  // Discards what is cached for the path, for everything below it, and for the folder that contains it; "" discards
  // everything.
  void forget(std::string_view path);

  std::string name_of(std::string_view path) const override { return files_.name_of(path); }
  Result<std::string> read(std::string_view path) override { return files_.read(path); }
  Result<std::string> read_part(std::string_view path, std::size_t offset, std::size_t count) override {
    return files_.read_part(path, offset, count);
  }
  Result<std::vector<FolderEntry>> list(std::string_view folder) override;
  Result<std::optional<FileStat>> stat(std::string_view path) override;
  Result<std::optional<FileStat>> stat_entry(std::string_view path) override { return files_.stat_entry(path); }
  Result<std::optional<std::string>> resolve(std::string_view path) override { return files_.resolve(path); }
  Result<FileStat> write(std::string_view path, std::string_view bytes) override;
  Result<FileStat> replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) override;
  Result<void> remove(std::string_view path) override;
  Result<bool> remove_folder_if_empty(std::string_view path) override;
  Result<void> make_folder(std::string_view path) override;
  Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) override;

 private:
  struct Folder {
    std::vector<FolderEntry> entries;
    std::unordered_map<std::string, FileStat> files;  // by name
  };
  bool is_plain(std::string_view path, FileKind kind) const;
  bool is_plain_folder(std::string_view path) const;

  Files& files_;
  const std::function<bool(std::string_view path)> is_watched_;
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, Folder> folders_;  // by path; below the top, added only if the parent is cached
};

}  // namespace causerie
