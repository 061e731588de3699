// HTML that untrusted text may contain: an allow-list of elements, everything else reduced to its text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace causerie {

struct OffsetRange {
  std::size_t begin;
  std::size_t end;
};

// Returns valid HTML with the elements
//
//   p br a em strong b i u s del code pre blockquote ul ol li sub sup hr
//
// of which only `a` has an attribute: an address to which untrusted text may link (is_safe_destination), with
// rel="nofollow ugc noopener". Other HTML elements are unwrapped, and blocks among them become paragraphs, headings of
// class "heading"; `img`, `audio` and `video` become links. `script`, `style`, `iframe`, `object`, `embed`, tags of
// elements that HTML does not define (`vector<int>`), and processing instructions appear as text. Comments are removed.
// Text outside of paragraphs gets them. Elements that begin outside of `raw` (ascending ranges of `html`) were rendered
// from Markdown and stay as they are. Nullopt if elements are nested too deeply to be read.
std::optional<std::string> restricted_html(std::string_view html, std::span<const OffsetRange> raw);

// The same for a text that is HTML and contains no Markdown. HTML that cannot be read is shown as text.
std::string restricted_html(std::string_view html);

}  // namespace causerie
