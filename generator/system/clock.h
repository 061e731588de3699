// The only place that reads a clock. No output may depend on it but through the day that the user sees in --clock.
#pragma once

#include "base/calendar.h"

namespace causerie {

Instant now();
double steady_seconds();  // since some moment; only differences mean something

}  // namespace causerie
