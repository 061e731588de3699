// Files that keep what was asked of them. Whoever asks the same again and is told the same comes to the same result, so
// a run whose questions still have their answers need not be repeated.
#pragma once

#include <compare>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace causerie {

// What `stat` said of a path before its bytes were read, its children listed, or its kind was looked at.
struct RecordedStat {
  std::string path;
  bool follows_last_link = true;
  std::optional<FileStat> answer;  // nothing: nothing was there
  std::strong_ordering operator<=>(const RecordedStat&) const = default;
};

// Whether the answer is still the same.
Result<bool> still_holds(Files&, const RecordedStat&);

class RecordingFiles : public Files {
 public:
  // `now_ns` is the time when the questions begin.
  RecordingFiles(Files& files, std::int64_t now_ns) : files_(files), now_ns_(now_ns) {}

  // By path, each once. Nothing where answers could change without a trace: a file that was changed in the seconds
  // before, two answers to one question, anything that was written.
  std::optional<std::vector<RecordedStat>> recorded() const;

  std::string name_of(std::string_view path) const override { return files_.name_of(path); }
  Result<std::string> read(std::string_view path) override;
  Result<std::vector<FolderEntry>> list(std::string_view folder) override;
  Result<std::optional<FileStat>> stat(std::string_view path) override;
  Result<std::optional<FileStat>> stat_entry(std::string_view path) override;
  Result<std::optional<std::string>> resolve(std::string_view path) override;
  Result<FileStat> write(std::string_view path, std::string_view bytes) override;
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
