// Scans the tags of an HTML text as a browser's tokenizer does, for callers that need no tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace causerie {

struct HtmlTag {
  std::string name;                                             // lower case
  std::vector<std::pair<std::string, std::string>> attributes;  // lower-case name, decoded value
  std::string_view text;  // content of a script or style element; a view of the HTML

  const std::string* find(std::string_view attribute) const;
};

// Returns the start tags that have attributes, and all script and style tags, in order. Skips comments.
std::vector<HtmlTag> html_tags(std::string_view html);

}  // namespace causerie
