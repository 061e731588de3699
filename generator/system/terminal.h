// The terminal on standard error, where messages go.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace causerie {

// True if standard error is a terminal and NO_COLOR (no-color.org) is not set.
bool wants_color();

// Writes a line to standard error if it is a terminal. Announces work in which other programs may ask for a password,
// and during which nothing else may be written.
void print_to_terminal(const std::string& line);

// Shows progress for work that takes longer than a second, on a terminal only.
//
// While it exists, and once a second has passed, standard error shows `what` and the elapsed seconds in one line, which
// is erased at the end. No-op if standard error is not a terminal.
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
