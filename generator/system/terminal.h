// The terminal that messages go to.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace causerie {

// Standard error is a terminal, and NO_COLOR (no-color.org) is not set.
bool wants_color();

// A line on standard error, where that is a terminal: before work in which other programs may ask for a password, so
// that nothing else may be written meanwhile.
void tell_terminal(const std::string& line);

// A sign of life for work that takes longer than a second, on a terminal only.

// While it lives, and once a second has passed, standard error shows `what` and the seconds so far in one line, which
// is wiped at the end. Nothing at all where standard error is no terminal.
class Progress {
 public:
  Progress(std::string what, bool is_wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void show();

  std::string what_;
  std::mutex mutex_;
  std::condition_variable ends_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace causerie
