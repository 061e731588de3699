// Handles Ctrl-C and other requests to end the program.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace causerie {

// While it exists, the first SIGINT, SIGTERM or SIGHUP calls `on_stop` on a separate thread instead of ending the
// program; a second one does end it. REQUIRES: no other thread that could receive the signals was started before.
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
