// Ids that the writer gives to headings: `## Early days {#early}`, as Hugo, Zola, pandoc and kramdown read it.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr std::size_t longest_heading = 20000;  // bytes to search for the attributes before giving up
constexpr std::string_view blanks = " \t";

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_of("{}<>\"'`#=&%") == std::string_view::npos;
}

// The tokens are `#id`, `.class` and `key=value`; kramdown writes a colon before them.
bool are_attributes(std::string_view tokens) {
  bool has_any = false;
  while (!(tokens = trim(tokens)).empty()) {
    const std::string_view token = tokens.substr(0, tokens.find_first_of(blanks));
    tokens.remove_prefix(token.size());
    const bool is_marked = (token[0] == '#' || token[0] == '.') && is_name(token.substr(1));
    if (!is_marked && !is_name(token.substr(0, token.find('=')))) return false;
    if (!is_marked && token.find('=') == std::string_view::npos) return false;
    has_any = true;
  }
  return has_any;
}

std::string_view tokens_of(std::string_view attributes) {
  attributes.remove_prefix(1);
  attributes.remove_suffix(1);
  if (attributes.starts_with(':')) attributes.remove_prefix(1);
  return attributes;
}

}  // namespace

std::string id_in_attributes(std::string_view attributes) {
  if (attributes.empty()) return {};
  std::string_view tokens = tokens_of(attributes);
  std::string_view id;  // the last one holds, as in pandoc
  while (!(tokens = trim(tokens)).empty()) {
    const std::string_view token = tokens.substr(0, tokens.find_first_of(blanks));
    tokens.remove_prefix(token.size());
    if (token[0] == '#') id = token.substr(1);
  }
  return std::string(id);
}

void take_heading_attributes(Events& events, std::string_view source) {
  std::size_t heading = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (is_enter(events[i], MarkdownPart::heading)) heading = i;
    if (!is_exit(events[i], MarkdownPart::heading) || !is_leaf(events[i - 1], MarkdownPart::text)) continue;
    std::string& words = events[i - 1].text;
    if (!words.ends_with('}')) continue;
    const std::size_t begin = words.rfind('{');
    if (begin == std::string::npos) continue;
    const bool is_apart = begin == 0 || is_space_or_tab(words[begin - 1]);
    const std::string attributes = words.substr(begin);
    if (!is_apart || attributes.size() < 3 || !are_attributes(tokens_of(attributes))) continue;
    // With a backslash or an entity in it, it is meant to be read.
    const std::size_t found =
        source.substr(0, events[heading].offset + longest_heading).find(attributes, events[heading].offset);
    if (found == std::string_view::npos || (found > 0 && source[found - 1] == '\\')) continue;
    events[heading].text = attributes;
    words.resize(begin);
    words.resize(words.find_last_not_of(blanks) + 1);
  }
}

}  // namespace causerie
