#include "formats/markdown/almost_links.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/locations.h"

namespace causerie {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_shown = 60;  // bytes of a link that is searched in the source
constexpr std::size_t longest_link = 500;  // bytes to search for the other end of a bracket

bool looks_like_address(std::string_view text) {
  text = trim(text);
  if (text.empty()) return false;
  return is_reference(text) || text.find("://") != none || text.starts_with('/') || text.starts_with('#') ||
         text.starts_with("./") || text.starts_with("../") || text.ends_with(".md") ||
         (text.rfind('.') != none && text.size() - text.rfind('.') <= 5 && text.rfind('.') + 1 < text.size());
}

std::string without_spaces(std::string_view text) {
  std::string result(text);
  std::erase_if(result, [](char c) { return is_space_or_tab(c); });
  return result;
}

struct Fault {
  std::size_t begin = 0;  // in the event's text
  std::size_t end = 0;
  std::string message;
  std::string hint;
  bool is_emphasis = false;
};

// Returns the beginning of the brackets that end at `close`, with the `!` of an image.
std::size_t opening(std::string_view text, std::size_t close) {
  const std::size_t first = close - std::min(close, longest_link);
  const std::size_t found = text.substr(first, close - first).rfind('[');
  if (found == none) return close;
  const std::size_t open = first + found;
  return open > 0 && text[open - 1] == '!' ? open - 1 : open;
}

// `](` that is still text.
std::optional<Fault> with_parentheses(std::string_view text, std::size_t close) {
  const std::size_t begin = opening(text, close);
  const bool is_footnote = text.substr(begin).starts_with("[^");
  if (is_footnote) return std::nullopt;
  const std::string thing = text[begin] == '!' ? "an image" : "a link";
  const std::string_view rest = text.substr(close + 2, longest_link);
  const std::size_t end = rest.find(')');
  if (rest.starts_with('<') && rest.substr(0, end).find('>') == none)
    return Fault{begin, std::min(text.find_first_of(" \n", close), text.size()),
                 "this is not " + thing + ": no '>' ends its address",
                 "write '>' and ')' after the address, or delete the '<'"};
  if (end == none)
    return Fault{begin, text.size(), "this is not " + thing + ": no ')' ends its address",
                 "write ')' after the address"};
  const std::string_view address = trim(rest.substr(0, end));
  if (address.find(' ') == none || !looks_like_address(address.substr(0, address.find(" \"")))) {
    if (!is_reference(without_spaces(address))) return std::nullopt;
  }
  const std::string compact = without_spaces(address);
  return Fault{begin, close + 2 + end + 1, "this is not " + thing + ": its address contains a space",
               is_reference(compact) ? "write '" + compact + "'" : "write '<" + std::string(address) + ">'"};
}

// `] (`, which is text, before what looks like an address.
std::optional<Fault> with_space(std::string_view text, std::size_t close) {
  const std::size_t begin = opening(text, close);
  const std::string_view rest = text.substr(close + 3, longest_link);
  const std::size_t end = rest.find(')');
  if (begin == close || end == none || text.substr(begin).starts_with("[^")) return std::nullopt;
  const std::string_view address = rest.substr(0, end);
  if (address.find(' ') != none || !looks_like_address(address)) return std::nullopt;
  return Fault{begin, close + 3 + end + 1,
               std::string("this is not ") + (text[begin] == '!' ? "an image" : "a link") +
                   ": there is a space between ']' and '('",
               "delete the space"};
}

// `[words][name]` where nothing defines the name.
std::optional<Fault> with_name(std::string_view text, std::size_t close) {
  const std::size_t begin = opening(text, close);
  const std::size_t end = text.substr(0, close + longest_link).find_first_of("[]", close + 2);
  if (begin == close || end == none || text[end] == '[') return std::nullopt;
  const std::string_view all = text.substr(begin, end + 1 - begin);
  const bool is_inside_word = begin > 0 && std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0;
  if (is_inside_word || all.find("[^") != none) return std::nullopt;  // an array, or footnotes
  const std::size_t words = text.find('[', begin) + 1;
  std::string name(text.substr(close + 2, end - close - 2));
  if (trim(name).empty()) name = text.substr(words, close - words);
  if (trim(name).empty()) return std::nullopt;
  return Fault{begin, end + 1, "this is not a link: nothing defines '[" + name + "]'",
               "add a line '[" + name + "]: ' and the address, or write the address in parentheses"};
}

std::size_t character_before(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// A single `*` between non-ASCII punctuation and a letter, which CommonMark does not let begin or end emphasis.
std::optional<Fault> with_asterisk(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 == text.size() || text[at - 1] == '*' || text[at + 1] == '*') return std::nullopt;
  const auto is_foreign_stop = [](char32_t c) { return c >= 0x80 && is_punctuation(c); };
  std::size_t offset = character_before(text, at);
  const std::size_t begin = offset;
  const char32_t before = next_code_point(text, offset);
  std::size_t end = at + 1;
  const char32_t after = next_code_point(text, end);
  const bool would_end = is_foreign_stop(before) && is_letter_or_digit(after);
  const bool would_begin = is_letter_or_digit(before) && is_foreign_stop(after);
  if (!would_end && !would_begin) return std::nullopt;
  return Fault{begin, end, "this '*' is shown as text: it has punctuation on one side and a letter on the other",
               "move the punctuation out of the '*', or put a space between '*' and the letter", true};
}

std::vector<Fault> faults_in(std::string_view text) {
  std::vector<Fault> faults;
  for (std::size_t i = text.find_first_of("]*"); i != none; i = text.find_first_of("]*", i + 1)) {
    const std::string_view rest = text.substr(i);
    const bool has_link = i + 2 <= text.size();
    std::optional<Fault> fault = rest[0] == '*'                        ? with_asterisk(text, i)
                                 : has_link && rest.starts_with("](")  ? with_parentheses(text, i)
                                 : has_link && rest.starts_with("] (") ? with_space(text, i)
                                 : has_link && rest.starts_with("][")  ? with_name(text, i)
                                                                       : std::nullopt;
    if (!fault) continue;
    if (!fault->is_emphasis) i = std::max(i, fault->end - 1);
    faults.push_back(*std::move(fault));
  }
  return faults;
}

}  // namespace

std::vector<AlmostLink> find_almost_links(const MarkdownDocument& document, std::string_view text) {
  std::vector<AlmostLink> found;
  const SourceLines lines(text);
  auto paragraph = document.paragraphs.begin();
  std::size_t cursor = 0;
  std::size_t block_end = text.size();
  const auto begin_block = [&](std::size_t offset, int last_line) {
    cursor = offset;
    block_end = lines.begin(last_line + 1);
  };
  for (const Event& event : document.events) {
    if (is_enter(event, MarkdownPart::paragraph)) {
      begin_block(lines.begin(paragraph->first), paragraph->last);
      ++paragraph;
    } else if (is_enter(event, MarkdownPart::heading)) {
      begin_block(event.offset, lines.line_at(event.offset));
    } else if (is_enter(event, MarkdownPart::link)) {
      cursor = std::max(cursor, event.offset);
    }
    if (event.part != MarkdownPart::text) continue;
    for (Fault& fault : faults_in(event.text)) {
      const std::string_view written = std::string_view(event.text).substr(fault.begin, fault.end - fault.begin);
      const auto at = text.substr(0, block_end).find(written.substr(0, longest_shown), cursor);
      if (at == none || (at > 0 && text[at - 1] == '\\')) continue;  // written with escapes, so it is meant as text
      cursor = at + 1;
      const std::size_t size = fault.is_emphasis ? 1 : written.size();
      const std::size_t offset = fault.is_emphasis ? text.find('*', at) : at;
      found.push_back({offset, offset + size, std::move(fault.message), std::move(fault.hint), fault.is_emphasis});
    }
  }
  return found;
}

}  // namespace causerie
