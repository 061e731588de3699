// Watches folders that someone works in, and reports which files were saved.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

struct WatchOptions {
  // True for files and folders (by absolute path) that are not reported, along with everything below them.
  std::function<bool(std::string_view path)> is_ignored = [](std::string_view) { return false; };
  // Called with the reason if the system cannot report changes, or not all of them, and every file is polled.
  std::function<void(const std::string& reason)> on_polling = [](const std::string&) {};
  bool polls = false;          // never use notifications from the system
  bool polls_as_well = false;  // use them, and poll for what they leave out
  int between_looks = 500;     // milliseconds, when polling
  int most_watches = 1 << 30;  // as if the system allowed no more
};

class Watching {
 public:
  explicit Watching(WatchOptions options);
  ~Watching();
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;

  // Watches these from now on, instead of the previous ones: absolute paths of files, and of folders with everything
  // below them. Missing ones are noticed when they appear. Links are followed.
  void watch(std::vector<std::string> roots);

  // False if files are only polled: a change may go unnoticed for a while.
  bool is_told_by_the_system() const;

  // Waits until something is saved, and then until saving has finished: about 15 ms without another change, 60 ms at
  // most; if a file has disappeared, up to 200 ms for its return. Returns the paths that changed, appeared or
  // disappeared, sorted; for a folder that appeared or disappeared, only its own path. Empty if `seconds` have passed
  // or `interrupt` was called.
  std::vector<std::string> wait(double seconds);

  // Callable from any thread: ends the current wait now, or the next one at once.
  void interrupt();

 private:
  void poll_instead(const std::string& reason);
  void poll_as_well(const std::string& reason);

  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace causerie
