#include "pages/shape_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "pages/frame.h"
#include "pages/page_kind.h"

namespace causerie {
namespace {

// Returns how a template uses a field of this kind, in a form that suits the reference.
std::string written(const Field& field) {
  const std::string_view name = field.name;
  switch (field.shape.kind) {
    case ShapeKind::text:
      return fmt::format("{{{{{}}}}}", name);
    case ShapeKind::html:
    case ShapeKind::forest:
      return fmt::format("{{{{{{{}}}}}}}", name);
    case ShapeKind::flag:
    case ShapeKind::list:
    case ShapeKind::record:
      return fmt::format("{{{{#{}}}}}", name);
    case ShapeKind::words:
    case ShapeKind::params:
    case ShapeKind::assets:
      return fmt::format("{{{{{}.NAME}}}}", name);
  }
  return "";
}

std::string kind_of(const Shape& shape) {
  if (shape.kind == ShapeKind::list) return shape.fields.empty() ? "list of texts, each {{.}}" : "list";
  if (shape.kind == ShapeKind::record) return "record";
  if (shape.kind == ShapeKind::flag) return "flag";
  if (shape.kind == ShapeKind::forest) return fmt::format("rendered with the layout {}", shape.layout);
  return "";
}

bool is_of_frame(const Field& field) {
  return std::any_of(frame_fields.begin(), frame_fields.end(),
                     [&](const Field& frame) { return frame.name == field.name; });
}

// A forest's fields are skipped: they are listed under its layout.
void add_fields(std::span<const Field> fields, std::size_t depth, std::string& text) {
  for (const Field& field : fields) {
    const std::string kind = kind_of(field.shape);
    text += fmt::format("{:{}}{:<{}} {}{}\n", "", 2 * depth, written(field), 30 - 2 * depth,
                        kind.empty() ? "" : kind + ": ", field.says);
    if (field.shape.kind != ShapeKind::forest) add_fields(field.shape.fields, depth + 1, text);
  }
}

}  // namespace

std::string shape_reference() {
  std::string text = "every page\n";
  add_fields(frame_fields, 1, text);
  const std::vector<LayoutShape> of_pages = layout_shapes();
  const std::size_t pages = of_pages.size();
  const std::vector<LayoutShape> shapes = with_forests(of_pages);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    std::vector<Field> own;
    for (const Field& field : shapes[i].shape.fields) {
      if (i >= pages || !is_of_frame(field)) own.push_back(field);
    }
    text += fmt::format("\n{}{}\n", shapes[i].layout, i < pages ? "" : ", which has only these names");
    add_fields(own, 1, text);
  }
  return text;
}

}  // namespace causerie
