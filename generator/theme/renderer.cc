#include "theme/renderer.h"

#include "theme/forest.h"

namespace causerie {

Template& Renderer::compiled(std::string_view layout) {
  const auto found = templates_.find(layout);
  if (found != templates_.end()) return found->second;
  return templates_.emplace(layout, Template(theme_->layouts.find(layout)->second.flat)).first->second;
}

std::string Renderer::render(std::string_view layout, const Record& record, const WriteAddress& write_address) {
  return compiled(layout).render(record, write_address,
                                 [&](const Forest& forest) { return render_forest(forest, write_address); });
}

std::string Renderer::render_forest(const Forest& forest, const WriteAddress& write_address) {
  return causerie::render_forest(forest,
                                 [&](const Record& record) { return render(forest.layout, record, write_address); });
}

}  // namespace causerie
