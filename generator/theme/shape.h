// Shapes: the names that a layout may use in a page's record, as constant data. Layouts are checked against them when
// the theme is loaded, and the reference for theme authors is generated from them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/constant_table.h"

namespace causerie {

enum class ShapeKind {
  text,    // {{name}}, escaped; {{#name}}…{{/name}} if it is not empty
  html,    // only {{{name}}}
  flag,    // only {{#name}} and {{^name}}
  list,    // {{#name}} once per item
  record,  // {{#name}} enters it; {{name.field}} from anywhere
  forest,  // {{{name}}}: rendered through the layout of its items; `fields` are an item's
  words,   // a record of the language's words: those in i18n/
  params,  // a record of everything in the theme's and the site's `params`; a missing name is absent
  assets,  // a record of the theme's assets: style_css for assets/style.css; each a link, as text
};

struct Field;

struct Shape {
  ShapeKind kind = ShapeKind::text;
  ConstantTable<Field> fields = {};  // of a record, or of each item of a list or forest; empty: items are plain text
  std::string_view layout = {};      // of a forest: the layout of its items
};

struct Field {
  std::string_view name;
  Shape shape;
  std::string_view says;  // one line for theme authors
};

// A layout and the shape of the record that it receives.
struct LayoutShape {
  std::string_view layout;  // templates/LAYOUT.mustache
  Shape shape;
  bool is_needed = true;  // false: no page uses it, and a theme may omit it
};

// Returns the given layouts, then those of their forests, nested ones included, each once.
std::vector<LayoutShape> with_forests(std::span<const LayoutShape>);

}  // namespace causerie
