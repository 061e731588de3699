// Loops on several cores.
#pragma once

#include <cstddef>
#include <functional>

#include "base/result.h"

namespace causerie {

// How many workers `jobs` means: itself, or the number of cores where it is 0.
int worker_count(int jobs);

// One worker for fewer than `least` indices: to begin others would take longer than they save.
int jobs_for(std::size_t count, std::size_t least, int jobs);

// Calls `body` once for each index below `count`, in no promised order, and returns when all are done. Workers are
// numbered from 0 and below worker_count(jobs); no two calls at a time have the same number. One job runs on the
// calling thread, in order. `body` must not throw unless there is one job.
void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t index, int worker)>& body);

// The same with calls that may fail: no new ones are begun after the first failure, which is returned (where several
// happened at once, that of the lowest index).
Result<void> try_for_each_index(std::size_t count, int jobs,
                                const std::function<Result<void>(std::size_t index, int worker)>& body);

}  // namespace causerie
