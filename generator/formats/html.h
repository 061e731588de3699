// Escapes HTML text, and scans the raw HTML that writers put into their texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// Escapes & < > " and ': the result is safe in text and in quoted attributes, in XML too.
std::string escape_html(std::string_view text);
// Decodes character references by HTML's own rules; names only if they are common ones (html_references.h).
std::string unescape_html(std::string_view text);

// An attribute in a fragment of raw HTML (parsed by libgumbo). Offsets are in the fragment.
struct RawAttribute {
  std::string name;       // lower case: id, src, href, poster, data, an <a>'s name; srcset and style once per address
  std::string value;      // decoded
  std::size_t begin = 0;  // of the value as written, between its quotes
  std::size_t end = 0;
  bool is_whole = true;     // the range is the whole attribute value
  bool is_fetched = false;  // a browser requests the address when it shows the page
};
std::vector<RawAttribute> scan_raw_html(std::string_view fragment);

// True if the address contains a host: `https://example.org/x`, `//example.org/x`.
bool names_host(std::string_view address);

// Returns the text without tags, references decoded.
std::string text_of_html(std::string_view html);

}  // namespace causerie
