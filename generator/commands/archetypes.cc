#include "commands/archetypes.h"

#include <algorithm>

#include "pages/page_kind.h"

namespace causerie {

std::string filled(std::string_view text, const Fillings& fillings) {
  std::string result;
  while (!text.empty()) {
    const auto next =
        std::find_if(fillings.begin(), fillings.end(), [&](const auto& one) { return text.starts_with(one.first); });
    result += next != fillings.end() ? next->second : std::string(text.substr(0, 1));
    text.remove_prefix(next != fillings.end() ? next->first.size() : 1);
  }
  return result;
}

Result<Theme> theme_of(Files& files, const SiteFile& site) {
  Diagnostics not_about_the_theme;
  const ThemeChoice choice{site.theme, {"site.yaml", site.theme_span}, site.language, &site.params};
  return load_theme(files, choice, layout_shapes(site), not_about_the_theme);
}

}  // namespace causerie
