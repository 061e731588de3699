#include "serve/site_change.h"

#include <algorithm>
#include <array>

#include "base/paths.h"
#include "base/text.h"

namespace causerie {
namespace {

// True for files whose content goes into the bytes of pages, and nowhere else. False for folders, whose name says
// nothing about their content.
bool shows_in_pages(std::string_view path) {
  static constexpr std::array texts =
      std::to_array<std::string_view>({".md", ".markdown", ".yaml", ".yml", ".json", ".mustache", ".css"});
  return std::ranges::find(texts, ascii_lower(extension_of(name_of(path)))) != texts.end();
}

bool is_stylesheet(std::string_view path) { return ascii_lower(extension_of(name_of(path))) == ".css"; }

}  // namespace

SiteChange change_between(const Preview* before, const Preview& now, const std::vector<std::string>& saved) {
  SiteChange change;
  const auto moved = before == nullptr ? std::nullopt : now.stylesheets_since(*before);
  change.is_style_alone = moved && !saved.empty() && std::ranges::all_of(saved, is_stylesheet);
  change.concerns_every_page = !std::ranges::all_of(saved, shows_in_pages);
  if (change.is_style_alone) {
    change.stylesheets = *moved;
    constexpr std::string_view content = "content/";
    for (const std::string& path : saved) {
      if (!path.starts_with(content)) continue;
      const std::string own = path.substr(content.size());
      change.stylesheets.push_back({own, own});
    }
  }
  for (const std::string& path : saved) {
    std::string address = now.address_of_source(path);
    if (!address.empty()) change.saved = std::move(address);
  }
  return change;
}

}  // namespace causerie
