#include "formats/markdown/raw_elements.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/text.h"

namespace causerie {
namespace {

// The first two contain prose.
constexpr std::string_view followed[] = {"a",      "button", "code",     "kbd", "pre", "samp",
                                         "script", "style",  "textarea", "tt",  "var"};

bool is_tag(std::string_view html, std::string_view name) {
  if (!ascii_iequals(html.substr(0, name.size()), name) || html.size() == name.size()) return false;
  return html[name.size()] == '>' || html[name.size()] == '/' || static_cast<unsigned char>(html[name.size()]) <= ' ';
}

}  // namespace

void RawElements::take(const Event& event) {
  if (event.part != MarkdownPart::html && event.part != MarkdownPart::html_block) return;
  const std::string_view html = event.text;
  for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1);
    if (open_ >= 0) {
      if (tag.starts_with('/') && is_tag(tag.substr(1), followed[open_])) open_ = -1;
      continue;
    }
    const auto* found = std::find_if(std::begin(followed), std::end(followed),
                                     [&](std::string_view name) { return is_tag(tag, name); });
    if (found != std::end(followed)) open_ = static_cast<int>(found - std::begin(followed));
  }
}

}  // namespace causerie
