#include <algorithm>
#include <cctype>
#include <unordered_set>

#include "base/byte_set.h"
#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/bare_addresses.h"
#include "formats/markdown/passes.h"
#include "formats/markdown/placeholders.h"

namespace causerie {
namespace {

constexpr std::size_t longest_name = 200;

// A `[^name]` in the text.
struct FootnoteMarker {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_definition = false;
  std::string name{};
};

// Returns the end of the name in `[^name]`, or 0. A name contains no white space, brackets or characters that could
// begin other markup.
std::size_t name_end(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin + 2; i < text.size() && i - begin < longest_name; ++i) {
    const char c = text[i];
    if (c == ']') return i > begin + 2 ? i : 0;
    if (static_cast<unsigned char>(c) <= ' ' || c == '[' || c == '\\' || c == '`' || c == '<') return 0;
  }
  return 0;
}

// True if only white space and `>` of block quotes precede `begin` on its line.
bool begins_line(std::string_view text, std::size_t begin) {
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t' || text[begin - 1] == '>')) --begin;
  return begin == 0 || text[begin - 1] == '\n';
}

bool is_quote_entity(std::string_view rest) {
  return rest.starts_with("&quot;") || rest.starts_with("&apos;") || rest.starts_with("&#");
}

// Returns a list marker with as many spaces as let the footnote or definition continue in lines indented by four, as is
// usual. Their markers differ, or they would be one list.
std::string_view bullet(std::string_view text, std::size_t begin, MarkdownPart part) {
  std::size_t blanks = 0;
  while (blanks < begin && text[begin - 1 - blanks] == ' ') ++blanks;
  if (blanks > 0 && blanks < begin && text[begin - 1 - blanks] == '>') --blanks;
  static constexpr std::string_view footnotes[] = {"+   ", "+  ", "+ "};
  static constexpr std::string_view definitions[] = {"*   ", "*  ", "* "};
  const std::size_t index = std::min<std::size_t>(blanks, 2);
  return part == MarkdownPart::footnote_placeholder ? footnotes[index] : definitions[index];
}

// A character that gets something put before it, or is replaced.
struct SmallSign {
  std::size_t offset = 0;
  enum class Kind { literal, in_address, definition } kind = Kind::literal;
};

struct Signs {
  std::vector<FootnoteMarker> notes;
  std::vector<SmallSign> small;
};

// Adds each `*` and `_` in a bare address that could begin or end emphasis.
void find_signs_in_addresses(std::string_view text, std::vector<SmallSign>& found) {
  const auto is_word = [&](std::size_t i) { return std::isalnum(static_cast<unsigned char>(text[i])) != 0; };
  BareAddresses addresses(text);
  while (const auto address = addresses.next()) {
    const std::string_view read = text.substr(0, address->end);
    for (auto i = read.find_first_of("*_", address->begin); i != read.npos; i = read.find_first_of("*_", i + 1)) {
      const bool is_inside_word = text[i] == '_' && is_word(i - 1) && is_word(i + 1);
      if (!is_inside_word) found.push_back({i, SmallSign::Kind::in_address});
    }
  }
}

bool is_box(std::string_view rest) {
  return rest.starts_with("[ ]") || rest.starts_with("[x]") || rest.starts_with("[X]");
}

Signs find_signs(std::string_view text, bool has_footnotes, bool is_smart) {
  Signs signs;
  static constexpr ByteSet beginnings("[\\&");
  for (std::size_t i = beginnings.find_in(text); i < text.size(); i = beginnings.find_in(text, i)) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '\\') {
      const bool is_typography = is_smart && (next == '"' || next == '\'' || next == '-' || next == '.');
      const bool is_mark =
          next == '~' || (next == '[' && (text.substr(i + 1).starts_with("[!") || is_box(text.substr(i + 1))));
      if (is_typography || is_mark) signs.small.push_back({i, SmallSign::Kind::literal});
      i += 2;
    } else if (text[i] == '&') {
      if (is_smart && is_quote_entity(text.substr(i, 6))) signs.small.push_back({i, SmallSign::Kind::literal});
      ++i;
    } else if (const std::size_t end = next == '^' ? name_end(text, i) : 0; end > 0) {
      const bool has_colon = end + 1 < text.size() && text[end + 1] == ':';
      signs.notes.push_back({i, end + 1, has_colon && begins_line(text, i), lower(text.substr(i + 2, end - i - 2))});
      i = end + 1;
    } else {
      ++i;
    }
  }
  const std::size_t literals = signs.small.size();
  find_signs_in_addresses(text, signs.small);
  if (has_footnotes) {
    for (const std::size_t offset : find_definitions(text))
      signs.small.push_back({offset, SmallSign::Kind::definition});
  }
  if (signs.small.size() > literals) std::ranges::sort(signs.small, {}, &SmallSign::offset);
  return signs;
}

}  // namespace

Rewriting insert_placeholders(std::string_view text, bool has_footnotes, bool is_smart,
                              MarkdownPlaceholders& placeholders) {
  Rewriting marked(text);
  const Signs signs = placeholders.are_usable() ? find_signs(text, has_footnotes, is_smart) : Signs();
  std::unordered_set<std::string_view> defined;
  for (const FootnoteMarker& note : signs.notes) {
    if (note.is_definition) defined.insert(note.name);
  }
  auto sign = signs.small.begin();
  std::size_t done = 0;
  const auto put = [&](const SmallSign& one) {
    marked.keep_until(one.offset);
    if (one.kind == SmallSign::Kind::literal) {
      marked.put(placeholders.literal());
      placeholders.record_literal();
      return;
    }
    const bool is_definition = one.kind == SmallSign::Kind::definition;
    const MarkdownPart part = is_definition ? MarkdownPart::definition_placeholder : MarkdownPart::text;
    marked.put(placeholders.add({.part = part,
                                 .written = std::string(text.substr(one.offset, 1)),
                                 .before = is_definition ? bullet(text, one.offset, part) : std::string_view(),
                                 .after = {},
                                 .name = {},
                                 .offset = one.offset}));
    marked.skip_until(one.offset + 1);
  };
  const auto keep_until = [&](std::size_t offset) {
    for (; sign != signs.small.end() && sign->offset < offset; ++sign) {
      if (sign->offset >= done) put(*sign);
    }
    marked.keep_until(offset);
  };
  for (const FootnoteMarker& note : signs.notes) {
    // `[^word](address)` is a link in CommonMark, unless that footnote is defined.
    if (note.end < text.size() && text[note.end] == '(' && !defined.contains(note.name)) continue;
    keep_until(note.begin);
    std::string written(text.substr(note.begin, note.end - note.begin));
    if (has_footnotes && note.is_definition) {
      written += ':';
      marked.put(placeholders.add({.part = MarkdownPart::footnote_placeholder,
                                   .written = std::move(written),
                                   .before = bullet(text, note.begin, MarkdownPart::footnote_placeholder),
                                   .after = {},
                                   .name = note.name,
                                   .offset = note.begin}));
      marked.skip_until(done = note.end + 1);
    } else {
      marked.put(placeholders.add({.part = MarkdownPart::call,
                                   .written = std::move(written),
                                   .before = ",",
                                   .after = ",",
                                   .name = note.name,
                                   .offset = note.begin}));
      marked.skip_until(done = note.end);
    }
  }
  keep_until(text.size());
  return marked;
}

}  // namespace causerie
