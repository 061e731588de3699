#include "system/terminal.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace causerie {
bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

void print_to_terminal(const std::string& line) {
  if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "%s\n", line.c_str());
}

Progress::Progress(std::string what, bool is_wanted) : what_(std::move(what)) {
  if (is_wanted && isatty(STDERR_FILENO) != 0) thread_ = std::thread([this] { show(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  ends_.notify_one();
  thread_.join();
}

void Progress::show() {
  std::unique_lock lock(mutex_);
  int seconds = 0;
  while (!ends_.wait_for(lock, std::chrono::seconds(1), [this] { return is_over_; })) {
    std::fprintf(stderr, "\r%s… %d s", what_.c_str(), ++seconds);
    std::fflush(stderr);
  }
  if (seconds > 0) std::fputs("\r\033[K", stderr);
}

}  // namespace causerie
