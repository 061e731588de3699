// Ctrl-C, and being told to end.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace causerie {

// While it lives, the first of SIGINT, SIGTERM and SIGHUP calls `on_stop`, on a thread of its own, instead of ending
// the program; a second one ends it after all. REQUIRES: no other thread that would take the signals was started
// before.
class StopSignals {
 public:
  explicit StopSignals(std::function<void()> on_stop);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  std::function<void()> on_stop_;
  std::atomic<bool> is_over_ = false;
  std::thread thread_;
};

}  // namespace causerie
