#include "theme/renderer.h"

#include <algorithm>
#include <vector>

#include "formats/mustache/placeholders.h"

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

namespace {

// One node's HTML, split where its replies go.
struct Halves {
  std::string before;
  std::string after;
};

Halves halves(const std::string& html) {
  const std::size_t mark = html.find(placeholder_replies);
  if (mark == std::string::npos) return {html, ""};
  Halves result{html.substr(0, mark), html.substr(mark + 1)};
  std::erase(result.after, placeholder_replies);
  return result;
}

// Depths as rendered: no level is skipped, and none exceeds the limit.
std::vector<int> shown_depths(const Forest& forest) {
  std::vector<int> depths;
  int before = 0;
  for (const ForestNode& node : forest.nodes) {
    before = std::clamp(node.depth, 1, std::max(1, std::min(before + 1, forest.depth_limit)));
    depths.push_back(before);
  }
  return depths;
}

}  // namespace

std::string render_forest(const Forest& forest, const std::function<std::string(const Record&)>& render_node) {
  const std::vector<int> depths = shown_depths(forest);
  std::string result;
  std::vector<std::string> open;  // for each node above, the HTML that follows its replies
  for (std::size_t i = 0; i < forest.nodes.size(); ++i) {
    const int depth = depths[i];
    for (; static_cast<int>(open.size()) >= depth; open.pop_back()) result += open.back();
    const bool has_replies = i + 1 < depths.size() && depths[i + 1] > depth;
    Record record = forest.nodes[i].record;
    record.set("replies", Html{has_replies ? std::string(1, placeholder_replies) : ""});
    Halves html = halves(render_node(record));
    result += html.before;
    open.push_back(std::move(html.after));
  }
  for (; !open.empty(); open.pop_back()) result += open.back();
  return result;
}

}  // namespace causerie
