// Renders records into pages. Use one per worker: templates must not be shared between threads.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "formats/mustache/mustache.h"
#include "formats/value.h"
#include "theme/theme.h"

namespace causerie {

class Renderer {
 public:
  explicit Renderer(const Theme& theme) : theme_(&theme) {}  // the theme must outlive it

  // REQUIRES: the theme has the layout.
  std::string render(std::string_view layout, const Record& record, const WriteAddress& write_address = {});

 private:
  Template& compiled(std::string_view layout);
  std::string render_forest(const Forest& forest, const WriteAddress& write_address);

  const Theme* theme_;
  std::map<std::string, Template, std::less<>> templates_;  // compiled on first use
};

// Renders a conversation, however deep, without recursion.

// Calls `render_node` once for each node, with its record plus a field `replies`: a placeholder, or empty if there are
// no replies. The replies then replace the first placeholder in the result (or follow the node if it has none), so that
// a deep thread costs no more than a flat one.
std::string render_forest(const Forest&, const std::function<std::string(const Record&)>& render_node);

}  // namespace causerie
