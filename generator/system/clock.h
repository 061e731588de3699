// The only place that reads a clock. No output may depend on it but through the day that the user sees in --clock.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"

namespace causerie {

Instant now();
std::int64_t wall_nanoseconds();  // since 1970, as a file's times
double steady_seconds();          // since some moment; only differences mean something

// How long each step of a run took, one after the other.

class StepTimes {
 public:
  // The step that began where the last one ended, or with this object.
  void end(std::string_view step) {
    const double now = steady_seconds();
    steps_.emplace_back(step, now - begin_);
    begin_ = now;
  }
  const std::vector<std::pair<std::string_view, double>>& steps() const { return steps_; }  // in seconds

 private:
  double begin_ = steady_seconds();
  std::vector<std::pair<std::string_view, double>> steps_;
};

}  // namespace causerie
