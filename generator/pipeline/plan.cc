#include "pipeline/plan.h"

#include <algorithm>

namespace causerie {

std::optional<std::size_t> Plan::find(std::string_view path) const {
  const auto found =
      std::ranges::lower_bound(outputs, path, {}, [](const Output& output) -> std::string_view { return output.path; });
  if (found == outputs.end() || found->path != path) return std::nullopt;
  return static_cast<std::size_t>(found - outputs.begin());
}

}  // namespace causerie
