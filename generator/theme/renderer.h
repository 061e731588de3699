// Makes pages of records. One for each worker: templates may not be shared between threads.
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
  std::map<std::string, Template, std::less<>> templates_;  // compiled when first used
};

// A conversation's HTML, however deep it is.

// Each node's HTML is made once, by `render_node`, of its record and a field `replies`: HTML that stands for the
// replies, empty where there are none. The replies are then put where that was shown first (behind the node where it
// was not), so that a deep thread costs no more than a flat one.
std::string render_forest(const Forest&, const std::function<std::string(const Record&)>& render_node);

}  // namespace causerie
