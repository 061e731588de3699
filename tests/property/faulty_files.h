// Files that fail at a given change: the operation fails, or the program is killed in the middle of it.
#pragma once

#include <cerrno>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/memory_files.h"
#include "base/paths.h"
#include "system/refusal.h"

namespace causerie {

struct Killed {};  // thrown where a real program would have ended

enum class Fault { failure, kill, kill_leaving_a_temporary };

// Counts changes over several folders: writes, removals, folders made and removed.
struct FaultCounter {
  int changes = 0;
  int fatal = -1;  // the change, counted from 0, that fails
  Fault fault = Fault::failure;
};

// Calls `interrupted` with a fault at the first change, at the second, and so on, until `was_hit` is false because
// there was no such change. Returns what was violated, and at which change; "" if nothing was.
inline std::string violated_at_some_change(
    Fault fault, const std::function<std::string(FaultCounter counter, bool& was_hit)>& interrupted) {
  constexpr int most_changes = 100;
  bool was_hit = true;
  for (int n = 0; was_hit; ++n) {
    if (n == most_changes) return "it is never done after " + std::to_string(n) + " changes";
    const std::string violated = interrupted({.fatal = n, .fault = fault}, was_hit);
    if (!violated.empty()) return "change " + std::to_string(n) + ": " + violated;
  }
  return "";
}

class FaultyFiles : public Files {
 public:
  FaultyFiles(MemoryFiles& files, FaultCounter& counter) : files_(files), counter_(counter) {}

  std::string name_of(std::string_view path) const override { return files_.name_of(path); }
  Result<std::string> read(std::string_view path) override { return files_.read(path); }
  Result<std::vector<FolderEntry>> list(std::string_view folder) override { return files_.list(folder); }
  Result<std::optional<FileStat>> stat(std::string_view path) override { return files_.stat(path); }
  Result<std::optional<FileStat>> stat_entry(std::string_view path) override { return files_.stat_entry(path); }
  Result<std::optional<std::string>> resolve(std::string_view path) override { return files_.resolve(path); }

  Result<FileStat> write(std::string_view path, std::string_view bytes) override {
    if (!goes_well()) return failed_write(path);
    return files_.write(path, bytes);
  }
  Result<FileStat> replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) override {
    if (!goes_well()) return failed_write(path);
    return files_.replace(path, expected, bytes);
  }
  Result<void> remove(std::string_view path) override {
    if (!goes_well()) return failure_or_death(path);
    return files_.remove(path);
  }
  Result<bool> remove_folder_if_empty(std::string_view path) override {
    if (!goes_well()) return failure_or_death(path);
    return files_.remove_folder_if_empty(path);
  }
  Result<void> make_folder(std::string_view path) override { return files_.make_folder(path); }
  Result<std::unique_ptr<FileLock>> lock(std::string_view path, int seconds) override {
    return files_.lock(path, seconds);
  }

 protected:
  Failure failure(std::string_view path) const { return refusal("cannot write", files_.name_of(path), ENOSPC); }

  Failure failure_or_death(std::string_view path) const {
    if (counter_.fault == Fault::failure) return failure(path);
    throw Killed();
  }

  Failure failed_write(std::string_view path) {
    if (counter_.fault == Fault::failure) return failure(path);
    // The folder above is made by then, and some bytes may be there.
    files_.put_folder(parent_of(path));
    if (counter_.fault == Fault::kill_leaving_a_temporary)
      files_.put(join_path(parent_of(path), ".causerie-1-1.tmp"), "half");
    throw Killed();
  }

  bool goes_well() { return counter_.changes++ != counter_.fatal; }

  MemoryFiles& files_;
  FaultCounter& counter_;
};

}  // namespace causerie
