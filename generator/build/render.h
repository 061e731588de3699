// Makes the bytes of everything that has to be made. There are no errors here: layouts were checked against the shapes
// of the records when the theme was loaded.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "build/compare.h"
#include "build/plan.h"

namespace causerie {

using RenderPage = std::function<std::string(std::string_view layout, const Record& record)>;
using MakeRenderer = std::function<RenderPage()>;  // called once for each worker, on its own thread

struct Rendered {
  std::vector<std::string> bytes;  // one for each change of `Changes::make`; empty for copies, read when published
};

Rendered render(const Plan& plan, const Changes& changes, const MakeRenderer& make_renderer, int jobs);

}  // namespace causerie
