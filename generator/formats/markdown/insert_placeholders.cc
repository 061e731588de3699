#include <algorithm>
#include <unordered_set>

#include "base/byte_set.h"
#include "base/text.h"
#include "base/unicode.h"
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

// Returns a list marker with as many spaces as let the footnote continue in lines indented by four, as is usual.
std::string_view bullet(std::string_view text, std::size_t begin) {
  std::size_t blanks = 0;
  while (blanks < begin && text[begin - 1 - blanks] == ' ') ++blanks;
  if (blanks > 0 && blanks < begin && text[begin - 1 - blanks] == '>') --blanks;
  const std::string_view bullets[] = {"+   ", "+  ", "+ "};
  return bullets[std::min<std::size_t>(blanks, 2)];
}

struct Signs {
  std::vector<FootnoteMarker> notes;
  std::vector<std::size_t> literals;
};

Signs find_signs(std::string_view text, bool has_footnotes, bool is_smart) {
  Signs signs;
  static constexpr ByteSet beginnings("[\\&");
  for (std::size_t i = beginnings.find_in(text); i < text.size(); i = beginnings.find_in(text, i)) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '\\') {
      const bool is_typography = is_smart && (next == '"' || next == '\'' || next == '-' || next == '.');
      const bool is_callout = has_footnotes && text.substr(i).starts_with("\\[!");
      if (is_typography || is_callout) signs.literals.push_back(i);
      i += 2;
    } else if (text[i] == '&') {
      if (is_smart && is_quote_entity(text.substr(i, 6))) signs.literals.push_back(i);
      ++i;
    } else if (const std::size_t end = next == '^' ? name_end(text, i) : 0; end > 0) {
      const bool has_colon = end + 1 < text.size() && text[end + 1] == ':';
      signs.notes.push_back({i, end + 1, has_colon && begins_line(text, i), lower(text.substr(i + 2, end - i - 2))});
      i = end + 1;
    } else {
      ++i;
    }
  }
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
  auto literal = signs.literals.begin();
  const auto keep_until = [&](std::size_t offset) {
    for (; literal != signs.literals.end() && *literal < offset; ++literal) {
      marked.keep_until(*literal);
      marked.put(placeholders.literal());
      placeholders.record_literal();
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
                                   .before = bullet(text, note.begin),
                                   .after = {},
                                   .name = note.name,
                                   .offset = note.begin}));
      marked.skip_until(note.end + 1);
    } else {
      marked.put(placeholders.add({.part = MarkdownPart::call,
                                   .written = std::move(written),
                                   .before = ",",
                                   .after = ",",
                                   .name = note.name,
                                   .offset = note.begin}));
      marked.skip_until(note.end);
    }
  }
  keep_until(text.size());
  return marked;
}

}  // namespace causerie
