#include "base/recording_files.h"

#include <algorithm>

namespace causerie {

Result<bool> still_holds(Files& files, const RecordedStat& recorded) {
  const auto answer = recorded.follows_last_link ? files.stat(recorded.path) : files.stat_entry(recorded.path);
  if (!answer) return answer.failure();
  return *answer == recorded.answer;
}

std::optional<std::vector<RecordedStat>> RecordingFiles::recorded() const {
  const std::lock_guard lock(mutex_);
  if (!is_repeatable_) return std::nullopt;
  std::vector<RecordedStat> once = recorded_;
  std::sort(once.begin(), once.end());
  once.erase(std::unique(once.begin(), once.end()), once.end());
  const auto is_one_question = [](const RecordedStat& a, const RecordedStat& b) {
    return a.path == b.path && a.follows_last_link == b.follows_last_link;
  };
  if (std::adjacent_find(once.begin(), once.end(), is_one_question) != once.end()) return std::nullopt;
  return once;
}

void RecordingFiles::note(std::string_view path, bool follows, const Result<std::optional<FileStat>>& answer) {
  const std::lock_guard lock(mutex_);
  is_repeatable_ = is_repeatable_ && answer && (!*answer || is_at_rest(**answer, now_ns_));
  if (is_repeatable_) recorded_.push_back({std::string(path), follows, *answer});
}

void RecordingFiles::note_change() {
  const std::lock_guard lock(mutex_);
  is_repeatable_ = false;
}

Result<std::string> RecordingFiles::read(std::string_view path) {
  note(path, true, files_.stat(path));
  return files_.read(path);
}

Result<std::vector<FolderEntry>> RecordingFiles::list(std::string_view folder) {
  note(folder, true, files_.stat(folder));
  return files_.list(folder);
}

Result<std::optional<FileStat>> RecordingFiles::stat(std::string_view path) {
  auto answer = files_.stat(path);
  note(path, true, answer);
  return answer;
}

Result<std::optional<FileStat>> RecordingFiles::stat_entry(std::string_view path) {
  auto answer = files_.stat_entry(path);
  note(path, false, answer);
  return answer;
}

Result<std::optional<std::string>> RecordingFiles::resolve(std::string_view path) {
  note(path, true, files_.stat(path));
  return files_.resolve(path);
}

Result<FileStat> RecordingFiles::write(std::string_view path, std::string_view bytes) {
  note_change();
  return files_.write(path, bytes);
}

Result<FileStat> RecordingFiles::replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) {
  note_change();
  return files_.replace(path, expected, bytes);
}

Result<void> RecordingFiles::remove(std::string_view path) {
  note_change();
  return files_.remove(path);
}

Result<bool> RecordingFiles::remove_folder_if_empty(std::string_view path) {
  note_change();
  return files_.remove_folder_if_empty(path);
}

Result<void> RecordingFiles::make_folder(std::string_view path) {
  note_change();
  return files_.make_folder(path);
}

Result<std::unique_ptr<FileLock>> RecordingFiles::lock(std::string_view path, int seconds) {
  return files_.lock(path, seconds);
}

}  // namespace causerie
