#include "system/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace causerie {
namespace {

TEST(Parallel, CallsEachIndexOnceAndNoWorkerTwiceAtATime) {
  for (const int jobs : {0, 1, 4}) {
    std::vector<std::atomic<int>> calls(300);
    std::vector<std::atomic<bool>> busy(static_cast<std::size_t>(worker_count(jobs)));
    std::atomic<int> collisions = 0;
    for_each_index(calls.size(), jobs, [&](std::size_t index, int worker) {
      auto& mine = busy.at(static_cast<std::size_t>(worker));
      if (mine.exchange(true)) ++collisions;
      // A nested loop: while it waits, this worker must not get another index of the outer loop.
      for_each_index(3, jobs, [&](std::size_t, int) { ++calls[index]; });
      mine = false;
    });
    for (const auto& count : calls) ASSERT_EQ(count, 3);
    EXPECT_EQ(collisions, 0);
  }
}

TEST(Parallel, OneJobRunsInOrder) {
  std::vector<std::size_t> order;
  for_each_index(4, 1, [&](std::size_t index, int) { order.push_back(index); });
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(Parallel, AFewIndicesAreForOneWorker) {
  EXPECT_EQ(jobs_for(7, 8, 4), 1);
  EXPECT_EQ(jobs_for(8, 8, 4), 4);
  EXPECT_EQ(jobs_for(8, 8, 0), 0);
}

TEST(Parallel, TheFirstFailureEndsTheLoop) {
  std::vector<std::size_t> tried;
  const auto result = try_for_each_index(9, 1, [&](std::size_t index, int) -> Result<void> {
    tried.push_back(index);
    if (index < 2) return {};
    return Failure{"cannot", std::to_string(index), "because", ""};
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.failure().path, "2");
  EXPECT_EQ(tried.size(), 3u);
  EXPECT_TRUE(try_for_each_index(9, 4, [](std::size_t, int) { return Result<void>(); }));
}

}  // namespace
}  // namespace causerie
