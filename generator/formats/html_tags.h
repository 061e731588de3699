// The tags of a piece of HTML, as a browser's tokenizer sees them: for questions that need no tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace causerie {

struct HtmlTag {
  std::string name;                                             // lower case
  std::vector<std::pair<std::string, std::string>> attributes;  // lower-case name, decoded value
  std::string_view text;                                        // between the tags of a script or style element

  const std::string* find(std::string_view attribute) const;
};

// Start tags with an attribute, and all of scripts and styles; in order. Comments are passed over.
std::vector<HtmlTag> html_tags(std::string_view html);

}  // namespace causerie
