// Loops on several cores.
#pragma once

#include <cstddef>
#include <functional>

#include "base/result.h"

namespace causerie {

// The number of workers for `jobs`: itself, or the number of cores if it is 0.
int worker_count(int jobs);

// 1 for fewer than `least` indices, because starting more workers would take longer than they save; otherwise `jobs`.
int jobs_for(std::size_t count, std::size_t least, int jobs);

// Calls `body` once for each index below `count`, in no guaranteed order, and returns when all calls are done. Workers
// are numbered from 0 and below worker_count(jobs); no two concurrent calls have the same number. A single job runs on
// the calling thread, in order. `body` must not throw unless there is only one job.
void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t index, int worker)>& body);

// The same for calls that may fail: no new calls start after the first failure, which is returned (if several occur at
// once, the one with the lowest index).
Result<void> try_for_each_index(std::size_t count, int jobs,
                                const std::function<Result<void>(std::size_t index, int worker)>& body);

}  // namespace causerie
