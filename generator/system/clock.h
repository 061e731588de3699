// The only place that reads the wall clock. No output may depend on it except through the day, which the user can set
// with --clock.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"

namespace causerie {

Instant now();
std::int64_t wall_nanoseconds();  // since 1970, like the times of files
double steady_seconds();          // since an unspecified moment; only differences are meaningful

// Measures how long each step of a run takes, one after the other.
class StepTimes {
 public:
  // Ends the step that began when the last one ended, or when this object was created.
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
