#include "build/render.h"

#include "system/parallel.h"

namespace causerie {

Rendered render(const Plan& plan, const Changes& changes, const MakeRenderer& make_renderer, int jobs) {
  Rendered rendered;
  rendered.bytes.resize(changes.make.size());
  std::vector<RenderPage> renderers(static_cast<std::size_t>(worker_count(jobs)));
  for_each_index(changes.make.size(), jobs, [&](std::size_t i, int worker) {
    const auto& content = plan.outputs[changes.make[i].output].content;
    if (const auto* page = std::get_if<Page>(&content)) {
      RenderPage& renderer = renderers[static_cast<std::size_t>(worker)];
      if (!renderer) renderer = make_renderer();
      rendered.bytes[i] = renderer(page->layout, page->record);
    } else if (const auto* text = std::get_if<Text>(&content)) {
      rendered.bytes[i] = text->write(text->record);
    }
  });
  return rendered;
}

}  // namespace causerie
