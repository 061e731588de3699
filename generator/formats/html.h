// HTML that we write, and raw HTML that writers put into their texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

std::string escape_html(std::string_view text);  // & < > " and ' : safe in text and in quoted attributes, of XML too
std::string unescape_html(
    std::string_view text);  // character references decoded, by HTML's own rules for the common names

// What a fragment of raw HTML says of itself (through libgumbo), by offsets in the fragment.
struct RawAttribute {
  std::string name;       // lower case: id, src, href, poster, data; srcset and style for each address in one
  std::string value;      // decoded
  std::size_t begin = 0;  // of the value between its quotes, as written
  std::size_t end = 0;
  bool is_whole = true;     // all that stands between the quotes, or where quotes might be
  bool is_fetched = false;  // a browser asks for what is there as soon as it shows the page
};
std::vector<RawAttribute> scan_raw_html(std::string_view fragment);

// Whether the address names a host by itself: `https://example.org/x`, `//example.org/x`.
bool names_host(std::string_view address);

// The text alone: tags dropped, references decoded.
std::string text_of_html(std::string_view html);

}  // namespace causerie
