// A deliberate data race in a parallel loop: `./dev races` runs it first, to show that races are detected.
#include <gtest/gtest.h>

#include "system/parallel.h"

namespace causerie {
namespace {

// Disabled, so that no other run contains a race.
TEST(PlantedRace, DISABLED_IsReported) {
  int count = 0;
  for_each_index(10'000, 4, [&](std::size_t, int) { ++count; });
  EXPECT_GT(count, 0);
}

}  // namespace
}  // namespace causerie
