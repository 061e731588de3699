// The plan: all outputs of the site. Nothing is rendered yet.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/output.h"

namespace causerie {

struct PlanData;  // make_plan.h

struct Plan {
  std::vector<Output> outputs;           // sorted by path (byte order); paths differ even if case is ignored
  std::shared_ptr<const PlanData> data;  // what `Later` values refer to

  std::optional<std::size_t> find(std::string_view path) const;  // an output's index
};

}  // namespace causerie
