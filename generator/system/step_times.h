// How long each step of a run took, one after the other.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "system/clock.h"

namespace causerie {

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
