// Folders that somebody works in: which files in them were saved, as soon as they are.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

struct WatchOptions {
  // Whether a file or folder, by its absolute path, is nobody's work: nothing is said of it, nor of what lies below it.
  std::function<bool(std::string_view path)> is_ignored = [](std::string_view) { return false; };
  // Called where the system cannot tell what changes, and every file is looked at twice a second instead; says why.
  std::function<void(const std::string& reason)> on_polling = [](const std::string&) {};
  bool polls = false;          // never ask the system
  int between_looks = 500;     // milliseconds, where it is not asked
  int most_watches = 1 << 30;  // as if the system had no more
};

class Watching {
 public:
  explicit Watching(WatchOptions options);
  ~Watching();
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;

  // From now on these, instead of what was watched before: absolute paths of files, and of folders with all below them.
  // What is not there is noticed when it comes. Links are followed.
  void watch(std::vector<std::string> roots);

  // False where every file is looked at now and then: a change may go unseen for a while.
  bool is_told_by_the_system() const;

  // Waits until something was saved, and then until whoever saves has finished: some 15 ms without another change,
  // 60 ms at most; where a file has gone, up to a fifth of a second for its return. Gives the paths that changed, came
  // or went, sorted; of a folder that came or went, its own alone. None: the seconds are over, or `interrupt`.
  std::vector<std::string> wait(double seconds);

  // From any thread: the wait that is going on ends now, or the next one at once.
  void interrupt();

 private:
  void poll_instead(const std::string& reason);

  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace causerie
