// The only place that reads a clock. No output may depend on it but through the day that the user sees in --clock.
#pragma once

#include "base/calendar.h"

namespace causerie {

Instant now();
std::int64_t wall_nanoseconds();  // since 1970, as a file's times
double steady_seconds();          // since some moment; only differences mean something

}  // namespace causerie
