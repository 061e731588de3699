// Files that lie in memory: for tests, and for the preview, which publishes nothing to the disk.
//
// A test is "write two files, run, compare": it also asks what was read, written and removed.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace causerie {

class MemoryFiles : public Files {
 public:
  explicit MemoryFiles(FollowLinks links = FollowLinks::yes) : links_(links) {}

  // Sets the scene without a trace in the records below. A link's target is text as `ln -s` takes it: relative to the
  // link's own folder; one that begins with `/`, or climbs above the top, leads outside.
  void put(std::string_view path, std::string_view bytes);
  void put_link(std::string_view path, std::string_view target);
  void put_folder(std::string_view path);

  // What lies there, links and empty folders left out, by path.
  std::map<std::string, std::string> contents() const;
  std::vector<std::string> folders() const;

  // What was done through the interface, in order. A call that failed left no record.
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
  Result<void> remove(std::string_view path) override;
  Result<bool> remove_folder_if_empty(std::string_view path) override;
  Result<void> make_folder(std::string_view path) override;
  // Does not wait: where all is in one program, nobody would let go meanwhile.
  Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) override;

 private:
  struct Entry {
    FileStat stat;
    std::string text;  // a file's bytes, a link's target
  };
  enum class LastLink { followed, kept };
  // What following links came to: a path of this folder (where perhaps nothing is yet), or nothing if it leads outside,
  // goes round in a circle, or may not be followed.
  std::optional<std::string> walk(std::string_view path, LastLink last) const;
  const Entry* entry_at(std::string_view path, LastLink last) const;
  Entry new_entry(FileKind kind, std::string_view text);
  bool make_folders(std::string_view path);     // false if a file stands in the way
  void touch_folder_of(std::string_view path);  // what came, went or was replaced in a folder changes its time

  FollowLinks links_;
  mutable std::mutex mutex_;
  Entry top_ = {.stat = {.kind = FileKind::folder}, .text = ""};
  std::map<std::string, Entry, std::less<>> entries_;  // the folder itself, "", is always there and not listed
  std::int64_t ticks_ = 0;                             // stands for the clock and for inode numbers
  std::map<std::string, std::weak_ptr<const int>, std::less<>> locks_;  // a lock that is held keeps its number alive
  std::vector<std::string> reads_, writes_, removals_;
};

}  // namespace causerie
