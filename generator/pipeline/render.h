// Makes the bytes of outputs on demand: those of an entire site would need too much memory. The only errors are those
// of the writer's files: layouts were checked against the shapes of the records when the theme was loaded.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "pipeline/plan.h"
#include "theme/theme.h"

namespace causerie {

using RenderPage = std::function<std::string(const Page&)>;
using MakeRenderer = std::function<RenderPage()>;  // called once for each worker, on its own thread

// Uses the theme's layouts. The theme must outlive the returned functions.
MakeRenderer renderers_of(const Theme& theme);

class Rendering {
 public:
  // The plan and the site's folder must outlive it.
  Rendering(const Plan& plan, Files& site, MakeRenderer make_renderer, int jobs);

  // In all calls, `worker` is below worker_count(jobs), and no two concurrent calls have the same one.
  Result<std::string> bytes(std::size_t output, int worker);  // by its index in the plan
  Result<std::string> bytes(std::string_view path, int worker);
  std::string render(const Page& page, int worker);
  // Fails if the file does not have the bytes that were read.
  Result<std::string> read(const WriterFile& file);

  int jobs() const { return jobs_; }

 private:
  const Plan& plan_;
  Files& site_;
  MakeRenderer make_renderer_;
  int jobs_;
  std::vector<RenderPage> renderers_;  // one for each worker
};

}  // namespace causerie
