// A fragment of HTML as a flat list of what begins and ends in it, parsed as browsers do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

enum class HtmlStep : unsigned char { start, end, text, comment };

// Every start has its end, in the order of a tree: also if the HTML has no tag for it, or tags in another order.
struct HtmlEvent {
  HtmlStep step = HtmlStep::text;
  std::string_view name{};  // of an HTML element, lower case; empty for elements that HTML does not define, SVG, MathML
  bool is_unknown = false;  // the element is none of HTML, SVG or MathML: `<int>`
  std::string text{};       // of a text, decoded
  std::string address{};    // of a start, decoded: `href` of a link, `src` of anything else; trimmed
  std::string alternative{};   // of an image's start, decoded
  std::string_view written{};  // the tag or comment, in the fragment; empty if it is implied
};

// Takes linear time for fragments without deep nesting. Nullopt if elements are nested more than a few hundred deep,
// where browsers flatten them. Defined in raw_html.cc, the only file that includes libgumbo.
std::optional<std::vector<HtmlEvent>> html_events(std::string_view fragment);

// True if HTML defines an element with this name, in any letter case.
bool is_html_element(std::string_view name);

}  // namespace causerie
