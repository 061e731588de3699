#include "system/parallel.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace causerie {
namespace {

using Body = std::function<void(std::size_t index, int worker)>;

#ifdef __SANITIZE_THREAD__

// ThreadSanitizer does not see how oneTBB, compiled without it, passes work between threads: it reports false races,
// and suppressing those would suppress ours too, because oneTBB's frames are below them. So this build uses plain
// threads. Each has fixed indices, even if another is free sooner, so that a race is found in every run.
void run(std::size_t count, int workers, const Body& body) {
  std::vector<std::jthread> threads;
  for (int worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] {
      const auto step = static_cast<std::size_t>(workers);
      for (std::size_t i = static_cast<std::size_t>(worker); i < count; i += step) body(i, worker);
    });
  }
}

#else

void run(std::size_t count, int workers, const Body& body) {
  // Without this, oneTBB would ignore workers beyond the number of cores, with a warning.
  std::optional<tbb::global_control> allowance;
  if (workers > tbb::info::default_concurrency()) {
    allowance.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(workers));
  }
  // A separate arena: while a loop inside `body` waits, its thread takes no other index of this loop, which would have
  // the same worker number.
  tbb::task_arena arena(workers);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, count,
                      [&](std::size_t i) { body(i, tbb::this_task_arena::current_thread_index()); });
  });
}

#endif

}  // namespace

int worker_count(int jobs) { return jobs > 0 ? jobs : std::max(1, tbb::info::default_concurrency()); }

int jobs_for(std::size_t count, std::size_t least, int jobs) { return count < least ? 1 : jobs; }

void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t index, int worker)>& body) {
  const int workers = worker_count(jobs);
  if (workers == 1 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) body(i, 0);
    return;
  }
  run(count, workers, body);
}

Result<void> try_for_each_index(std::size_t count, int jobs,
                                const std::function<Result<void>(std::size_t index, int worker)>& body) {
  std::atomic<bool> has_failed = false;
  std::mutex mutex;
  std::optional<Failure> failure;
  std::size_t failed_index = count;
  for_each_index(count, jobs, [&](std::size_t index, int worker) {
    if (has_failed.load(std::memory_order_relaxed)) return;
    const Result<void> result = body(index, worker);
    if (result) return;
    has_failed = true;
    const std::lock_guard guard(mutex);
    if (index < failed_index) {
      failed_index = index;
      failure = result.failure();
    }
  });
  if (failure) return *failure;
  return {};
}

}  // namespace causerie
