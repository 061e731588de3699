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

Rendering::Rendering(const Plan& plan, Files& site, MakeRenderer make_renderer, int jobs)
    : plan_(plan),
      site_(site),
      make_renderer_(std::move(make_renderer)),
      jobs_(jobs),
      renderers_(static_cast<std::size_t>(worker_count(jobs))) {}

Result<std::string> Rendering::bytes(std::size_t output, int worker) {
  return plan_.outputs[output].bytes(*this, worker);
}

Result<std::string> Rendering::bytes(std::string_view path, int worker) {
  return bytes(plan_.find(path).value(), worker);
}

std::string Rendering::render(const Page& page, int worker) {
  RenderPage& renderer = renderers_[static_cast<std::size_t>(worker)];
  if (!renderer) renderer = make_renderer_();
  return renderer(page);
}

Result<std::string> Rendering::read(const WriterFile& file) {
  auto bytes = site_.read(file.path);
  if (bytes && hash_of(*bytes) != file.hash) {
    return Failure{"cannot copy", site_.name_of(file.path), "it changed while the site was being read",
                   "build again when it is finished"};
  }
  return bytes;
}

}  // namespace causerie
