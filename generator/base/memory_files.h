// Files in memory: for tests, and for the preview, which does not write its output to disk.
//
// A test writes two files, runs, and compares; it can also check what was read, written and removed.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace causerie {

class MemoryFiles : public Files {
 public:
  explicit MemoryFiles(FollowLinks links = FollowLinks::yes) : links_(links) {}

  // Set up entries without adding to the records below. A link's target is text as for `ln -s`: relative to the link's
  // own folder. A target that begins with `/`, or climbs above the top, leads outside.
  void put(std::string_view path, std::string_view bytes);
  void put_link(std::string_view path, std::string_view target);
  void put_folder(std::string_view path);

  // The bytes of all files, by path, without links and folders.
  std::map<std::string, std::string> contents() const;
  std::vector<std::string> folders() const;

  // What was done through the interface, in order. A failed call is not recorded.
  std::vector<std::string> reads() const;
  std::vector<std::string> writes() const;
  std::vector<std::string> removals() const;
  void forget_records();

  std::string name_of(std::string_view path) const override;
  Result<std::string> read(std::string_view path) override;
  Result<std::vector<FolderEntry>> list(std::string_view folder) override;
  Result<std::optional<FileStat>> stat(std::string_view path) override;
  Result<std::optional<FileStat>> stat_entry(std::string_view path) override;
  Result<std::optional<std::string>> resolve(std::string_view path) override;
  Result<FileStat> write(std::string_view path, std::string_view bytes) override;
  Result<FileStat> replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) override;
  Result<void> remove(std::string_view path) override;
  Result<bool> remove_folder_if_empty(std::string_view path) override;
  Result<void> make_folder(std::string_view path) override;
  // Does not wait: everything is in one program, so nothing would release the lock meanwhile.
  Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) override;

 private:
  struct Entry {
    FileStat stat;
    std::string text;  // a file's bytes or a link's target
  };
  enum class LastLink { followed, kept };
  // Follows links and returns a path in this folder, which need not exist yet; nullopt if it leads outside, is
  // circular, or needs a link that may not be followed.
  std::optional<std::string> walk(std::string_view path, LastLink last) const;
  const Entry* entry_at(std::string_view path, LastLink last) const;
  Entry new_entry(FileKind kind, std::string_view text);
  Result<FileStat> write_real(std::string_view path, std::string real, std::string_view bytes);
  bool make_folders(std::string_view path);     // false if a file is in the way
  void touch_folder_of(std::string_view path);  // changes the folder's time, as adding or removing an entry does

  FollowLinks links_;
  mutable std::mutex mutex_;
  Entry top_ = {.stat = {.kind = FileKind::folder}, .text = ""};
  std::map<std::string, Entry, std::less<>> entries_;  // without the folder itself, "", which always exists
  std::int64_t ticks_ = 0;                             // serves as clock and for inode numbers
  std::map<std::string, std::weak_ptr<const int>, std::less<>> locks_;  // a held lock keeps its token alive
  std::vector<std::string> reads_, writes_, removals_;
};

}  // namespace causerie
