// Makes pages of records. One for each worker: templates may not be shared between threads.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "formats/mustache/mustache.h"
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

}  // namespace causerie
