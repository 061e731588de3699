#include "theme/requests.h"

#include "base/paths.h"
#include "base/text.h"
#include "formats/css.h"
#include "formats/html.h"

namespace causerie {

std::vector<ThemeRequest> read_requests(const ThemeFiles& files) {
  std::vector<ThemeRequest> requests;
  for (const auto& [path, file] : files) {
    const bool is_template = path.starts_with("templates/") && path.ends_with(".mustache");
    const bool is_stylesheet = path.starts_with("assets/") && ascii_lower(extension_of(path)) == ".css";
    // The embedded theme makes none; a test checks that.
    if (!file.file.starts_with("themes/") || (!is_template && !is_stylesheet) || first_invalid_byte(file.bytes)) {
      continue;
    }
    const LineIndex lines(file.bytes);
    const auto add = [&](const std::string& address, std::size_t begin, std::size_t end) {
      if (names_host(address)) requests.push_back({address, {file.file, {lines.at(begin), lines.at(end)}}});
    };
    if (is_stylesheet) {
      for (const CssAddress& one : css_addresses(file.bytes)) add(one.text, one.begin, one.end);
    } else {
      for (const RawAttribute& one : scan_raw_html(file.bytes)) {
        if (one.is_fetched) add(one.value, one.begin, one.end);
      }
    }
  }
  return requests;
}

}  // namespace causerie
