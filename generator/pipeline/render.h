// Makes the bytes of outputs on demand: those of an entire site would need too much memory. There are no errors here:
// layouts were checked against the shapes of the records when the theme was loaded.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/plan.h"
#include "theme/theme.h"

namespace causerie {

using RenderPage = std::function<std::string(const Page&)>;
using MakeRenderer = std::function<RenderPage()>;  // called once for each worker, on its own thread

// Uses the theme's layouts. The theme must outlive the returned functions.
MakeRenderer renderers_of(const Theme& theme);

class Rendering {
 public:
  // The plan must outlive it.
  Rendering(const Plan& plan, MakeRenderer make_renderer, int jobs);

  // Returns the bytes of a page or a text, by its index in the plan; empty for a copied or compressed file. `worker` is
  // below worker_count(jobs), and no two concurrent calls have the same one.
  std::string bytes(std::size_t output, int worker);

  int jobs() const { return jobs_; }

 private:
  const Plan& plan_;
  MakeRenderer make_renderer_;
  int jobs_;
  std::vector<RenderPage> renderers_;  // one for each worker
};

}  // namespace causerie
