// Text that its writer meant as a link, an image or emphasis, and that Markdown does not read as one. Only for `check`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/events.h"

namespace causerie {

struct AlmostLink {
  std::size_t offset = 0;  // in the text
  std::size_t end = 0;
  std::string message;
  std::string hint;
  bool is_emphasis = false;
};

// `document` is what read_markdown_tree made of `text`.
std::vector<AlmostLink> find_almost_links(const MarkdownDocument& document, std::string_view text);

}  // namespace causerie
