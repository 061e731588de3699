#include "pipeline/fingerprints.h"

#include <algorithm>
#include <utility>

#include "system/parallel.h"

namespace causerie {

Fingerprints fingerprints(const Plan& plan, Hash program,
                          const std::function<Hash(std::string_view layout)>& layout_hash, int jobs) {
  Fingerprints wanted(plan.outputs.size());
  const auto inputs_of = [&](std::string_view path) -> const std::vector<Input>& {
    return wanted[plan.find(path).value()].inputs;
  };
  const InputHashes hashes{program, layout_hash, inputs_of};
  std::vector<bool> is_done(plan.outputs.size());
  const auto is_ready = [&](std::size_t i) {
    return std::ranges::all_of(plan.outputs[i].made_of(),
                               [&](const std::string& path) { return is_done[plan.find(path).value()]; });
  };
  std::vector<std::size_t> waiting(plan.outputs.size());
  for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i] = i;
  while (!waiting.empty()) {  // in each round those whose sources are done
    const auto rest = std::stable_partition(waiting.begin(), waiting.end(), is_ready);
    const std::size_t ready = static_cast<std::size_t>(rest - waiting.begin());
    if (ready == 0) break;  // outputs that are made from each other: see MadeFrom
    constexpr std::size_t least = 256;
    for_each_index(ready, jobs_for(ready, least, jobs), [&](std::size_t i, int) {
      const Output& output = plan.outputs[waiting[i]];
      wanted[waiting[i]] = {output.path, output.inputs(hashes)};
    });
    for (std::size_t i = 0; i < ready; ++i) is_done[waiting[i]] = true;
    waiting.erase(waiting.begin(), rest);
  }
  return wanted;
}

}  // namespace causerie
