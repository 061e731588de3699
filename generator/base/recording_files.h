// Records the queries made to files, with their answers. A run that gets the same answers to the same queries produces
// the same result, so it need not be repeated while the recorded answers are still true.
#pragma once

#include <compare>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace causerie {

// The `stat` of a path before its bytes were read, its children listed, or its kind checked.
struct RecordedStat {
  std::string path;
  bool follows_last_link = true;
  std::optional<FileStat> answer;  // nullopt: nothing was there
  std::strong_ordering operator<=>(const RecordedStat&) const = default;
};

// True if the answer is still the same.
Result<bool> still_holds(Files&, const RecordedStat&);

class RecordingFiles : public Files {
 public:
  // `now_ns` is the time at which the queries begin.
  RecordingFiles(Files& files, std::int64_t now_ns) : files_(files), now_ns_(now_ns) {}

  // By path, without duplicates. nullopt if answers could change undetected: a file that changed in the seconds before,
  // two different answers to one query, or any write.
  std::optional<std::vector<RecordedStat>> recorded() const;

  std::string name_of(std::string_view path) const override { return files_.name_of(path); }
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
  Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) override;

 private:
  void note(std::string_view path, bool follows, const Result<std::optional<FileStat>>& answer);
  void note_change();

  Files& files_;
  const std::int64_t now_ns_;
  mutable std::mutex mutex_;
  std::vector<RecordedStat> recorded_;
  bool is_repeatable_ = true;
};

}  // namespace causerie
