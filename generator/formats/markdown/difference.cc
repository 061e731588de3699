#include "formats/markdown/difference.h"

#include <algorithm>

namespace causerie {
namespace {

// True if a block begins at `at`: after a blank line, an unindented line does not belong to an earlier item, quote or
// paragraph, unless it begins a definition.
bool begins_block(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  return text.substr(0, at).ends_with("\n\n") &&
         (at == text.size() || std::string_view(" \t\n:").find(text[at]) == text.npos);
}

// Returns the offset of the first line that may begin a block which a blank line does not end: fenced code and some
// kinds of HTML.
std::size_t first_opening(std::string_view text) {
  for (std::size_t line = 0; line < text.size();) {
    const std::string_view rest = text.substr(std::min(text.find_first_not_of(" \t", line), text.size()));
    if (rest.starts_with("```") || rest.starts_with("~~~") || rest.starts_with('<')) return line;
    const std::size_t end = text.find('\n', line);
    line = end == std::string_view::npos ? text.size() : end + 1;
  }
  return text.size();
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::size_t common_end(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
}

// True if the text contains link definitions; those of footnotes begin with `[^`.
bool has_definitions(std::string_view text) {
  for (auto end = text.find("]:"); end != text.npos; end = text.find("]:", end + 1)) {
    const auto begin = text.rfind('[', end);
    if (begin != text.npos && text[begin + 1] != '^') return true;
  }
  return false;
}

// True if the part cannot be parsed alone: footnotes are moved to the end of the text, and links and their definitions
// may be in different parts.
bool depends_on_rest(std::string_view part, std::string_view text) {
  const auto has = [&](std::string_view what) { return part.find(what) != part.npos; };
  return has("[^") || has("]:") || (has("[") && has_definitions(text));
}

}  // namespace

ChangedParts changed_parts(std::string_view before, std::string_view after) {
  const std::size_t old_opening = first_opening(before), new_opening = first_opening(after);
  std::size_t begin = std::min({common_beginning(before, after), old_opening, new_opening});
  while (!begins_block(before, begin) || !begins_block(after, begin)) --begin;

  std::size_t tail = common_end(before.substr(begin), after.substr(begin));
  const auto may_begin = [&](std::string_view text, std::size_t opening) {
    const std::size_t at = text.size() - tail;
    return at <= opening && begins_block(text, at);
  };
  while (tail > 0 && !(may_begin(before, old_opening) && may_begin(after, new_opening))) --tail;

  const ChangedParts parts{before.substr(begin, before.size() - tail - begin),
                           after.substr(begin, after.size() - tail - begin)};
  const bool is_whole = depends_on_rest(parts.before, before) || depends_on_rest(parts.after, after);
  return is_whole ? ChangedParts{before, after} : parts;
}

std::vector<DifferenceBlock> markdown_difference(std::string_view before, std::string_view after,
                                                 const MarkdownOptions& options) {
  const ChangedParts parts = changed_parts(before, after);
  return text_difference(plain_blocks(parts.before, options), plain_blocks(parts.after, options));
}

}  // namespace causerie
