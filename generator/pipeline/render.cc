#include "pipeline/render.h"

#include <utility>

#include "system/parallel.h"
#include "theme/renderer.h"

namespace causerie {

MakeRenderer renderers_of(const Theme& theme) {
  return [&theme] {
    return [renderer = std::make_shared<Renderer>(theme)](const Page& page) {
      return renderer->render(page.layout, page.record(), [&page](const SiteAddress& address) {
        return page.links.to(address.path, address.fragment);
      });
    };
  };
}

Rendering::Rendering(const Plan& plan, MakeRenderer make_renderer, int jobs)
    : plan_(plan),
      make_renderer_(std::move(make_renderer)),
      jobs_(jobs),
      renderers_(static_cast<std::size_t>(worker_count(jobs))) {}

std::string Rendering::bytes(std::size_t output, int worker) {
  const auto& content = plan_.outputs[output].content;
  if (const auto* page = std::get_if<Page>(&content)) {
    RenderPage& renderer = renderers_[static_cast<std::size_t>(worker)];
    if (!renderer) renderer = make_renderer_();
    return renderer(*page);
  }
  const auto* text = std::get_if<Text>(&content);
  return text ? text->write(text->record()) : std::string();
}

}  // namespace causerie
