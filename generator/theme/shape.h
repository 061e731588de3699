// What a layout may name: the shape of a page's record, as constant data. Layouts are checked against it when the theme
// is loaded, and the reference for theme authors is printed from it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/constant_table.h"

namespace causerie {

enum class ShapeKind {
  text,    // {{name}}, escaped; {{#name}}…{{/name}} where it is not empty
  html,    // {{{name}}} alone
  flag,    // {{#name}} and {{^name}} alone
  list,    // {{#name}} once for each item
  record,  // {{#name}} enters it; {{name.field}} from anywhere
  forest,  // {{{name}}}: rendered through the layout of its items; `fields` are an item's
  words,   // a record of the language's words: those that i18n/ holds
  params,  // a record of whatever the theme's and the site's `params` hold; a missing name is absent
  assets,  // a record of the theme's assets: style_css for assets/style.css; each a link, as text
};

struct Field;

struct Shape {
  ShapeKind kind = ShapeKind::text;
  ConstantTable<Field> fields = {};  // of a record, of each item of a list or forest; none: items are plain text
  std::string_view layout = {};      // of a forest: the layout of its items
};

struct Field {
  std::string_view name;
  Shape shape;
  std::string_view says;  // one line for theme authors
};

// A layout and the shape of the record that it is given.
struct LayoutShape {
  std::string_view layout;  // templates/LAYOUT.mustache
  Shape shape;
  bool is_needed = true;  // false: no page is made by it, and a theme may lack it
};

// The layouts given, then those of the forests that they may show, forests of forests included, each once.
std::vector<LayoutShape> with_forests(std::span<const LayoutShape>);

}  // namespace causerie
