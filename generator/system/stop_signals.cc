#include "system/stop_signals.h"

#include <signal.h>

#include <utility>

namespace causerie {
namespace {

sigset_t stopping() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
  return set;
}

}  // namespace

StopSignals::StopSignals(std::function<void()> on_stop) : on_stop_(std::move(on_stop)) {
  const sigset_t set = stopping();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);  // for this thread and all that it starts
  thread_ = std::thread([this, set] {
    int signal = 0;
    for (bool is_first = true; sigwait(&set, &signal) == 0 && !is_over_; is_first = false) {
      if (is_first) {
        on_stop_();
        continue;
      }
      pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
      raise(signal);
    }
  });
}

StopSignals::~StopSignals() {
  is_over_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);  // only to that thread, which waits for it
  thread_.join();
  const sigset_t set = stopping();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace causerie
