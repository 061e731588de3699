#include "theme/shape.h"

#include <algorithm>

namespace causerie {
namespace {

void collect_forests(std::span<const Field> fields, std::vector<LayoutShape>& found) {
  for (const Field& field : fields) {
    if (field.shape.kind == ShapeKind::forest) {
      const bool is_known = std::any_of(found.begin(), found.end(),
                                        [&](const LayoutShape& shape) { return shape.layout == field.shape.layout; });
      if (is_known) continue;
      found.push_back({field.shape.layout, {ShapeKind::record, field.shape.fields}});
    }
    collect_forests(field.shape.fields, found);
  }
}

}  // namespace

std::vector<LayoutShape> with_forests(std::span<const LayoutShape> shapes) {
  std::vector<LayoutShape> all(shapes.begin(), shapes.end());
  for (const LayoutShape& shape : shapes) collect_forests(shape.shape.fields, all);
  return all;
}

}  // namespace causerie
