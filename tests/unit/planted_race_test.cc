// A race as ours would be, in a loop as ours are: `./dev races` runs it first, to see that it would notice.
#include <gtest/gtest.h>

#include "system/parallel.h"

namespace causerie {
namespace {

// Disabled, since no other run should have a race in it.
TEST(PlantedRace, DISABLED_IsReported) {
  int count = 0;
  for_each_index(10'000, 4, [&](std::size_t, int) { ++count; });
  EXPECT_GT(count, 0);
}

}  // namespace
}  // namespace causerie
