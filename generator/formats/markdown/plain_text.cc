#include "formats/markdown/plain_text.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "base/unicode.h"
#include "formats/html_tags.h"
#include "formats/markdown/document.h"
#include "formats/markdown/locations.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr std::string_view sign = "**";
constexpr std::size_t farthest = 2000;  // bytes to search for a word before giving up

bool is_word_character(char32_t c) { return is_letter_or_digit(c) || is_mark(c); }

// True if the line begins like a list item: `- `, `* `, `+ `, `3. `, `3) `.
bool begins_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view rest = line.substr(digits);
  return digits > 0 && digits < 4 && (rest.starts_with(". ") || rest.starts_with(") "));
}

bool is_list(std::string_view code) {
  const auto lines = lines_of(code);
  return begins_item(lines.front()) && std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
           return line.empty() || line.front() == ' ' || begins_item(line);
         });
}

class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : source_(text), lines_(text), document_(read_markdown_tree(text)) {}

  PlainText read() {
    for (const ProseLink& link : document_.links) text_.links.push_back({link.destination, 0});
    for (const Event& event : document_.events) take(event);
    text_.almost_links = find_almost_links(document_, source_);
    Events more = std::move(document_.events);
    find_more(more);
    text_.has_more = std::any_of(more.begin(), more.end(), [](const Event& e) { return e.part == MarkdownPart::more; });
    return std::move(text_);
  }

 private:
  void take(const Event& event) {
    switch (event.part) {
      case MarkdownPart::quote:
        quotes_ += event.step == Step::enter ? 1 : -1;
        return;
      case MarkdownPart::paragraph:
        return take_paragraph(event.step == Step::enter);
      case MarkdownPart::heading:
        if (event.step == Step::enter) begin_block(event.offset, lines_.line_at(event.offset));
        return;
      case MarkdownPart::code_block:
        return take_code(event);
      case MarkdownPart::html_block:
      case MarkdownPart::html:
        find_pictures(event);
        find_inline_code(event);
        is_next_ = false;
        return;
      case MarkdownPart::link:
        return take_link(event);
      case MarkdownPart::text:
        find_signs(event.text);
        if (is_in_paragraph_ && quotes_ == 0) take_words(event.text);
        return;
      case MarkdownPart::emphasis:
      case MarkdownPart::strong:
      case MarkdownPart::soft_break:
        return;
      default:
        is_next_ = false;
    }
  }

  void begin_block(std::size_t offset, int last_line) {
    cursor_ = sign_cursor_ = offset;
    end_ = lines_.begin(last_line + 1);
    is_next_ = false;
  }

  void take_paragraph(bool enters) {
    is_in_paragraph_ = enters;
    if (!enters) return;
    const ParagraphLines& lines = document_.paragraphs[paragraph_++];
    begin_block(lines_.begin(lines.first), lines.last);
    if (quotes_ == 0) text_.paragraphs.emplace_back();
  }

  void take_link(const Event& event) {
    const auto index = static_cast<std::size_t>(event.number);
    if (event.step == Step::enter) {
      link_ = event.number;
      cursor_ = std::max(cursor_, event.offset);
      text_.links[index].offset = event.offset;
      return;
    }
    link_ = -1;
    // The destination is not part of the text.
    const std::string& destination = text_.links[index].destination;
    if (const auto found = find(destination, cursor_); found != std::string_view::npos)
      cursor_ = found + destination.size();
  }

  std::size_t find(std::string_view words, std::size_t from) const {
    const std::size_t end = std::min({end_, from + farthest, source_.size()});
    return words.empty() ? std::string_view::npos : source_.substr(0, end).find(words, from);
  }

  void take_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t first = next_code_point(text, at);
      if (!is_word_character(first)) {
        is_next_ = is_next_ && is_space(first);
        continue;
      }
      for (std::size_t end = at; end < text.size() && is_word_character(next_code_point(text, end));) at = end;
      const std::string_view word = text.substr(begin, at - begin);
      const auto found = find(word, cursor_);
      if (found != std::string_view::npos) cursor_ = found + word.size();
      const std::size_t offset = found == std::string_view::npos ? cursor_ : found;
      text_.paragraphs.back().push_back({std::string(word), link_, is_next_, offset, cursor_});
      is_next_ = true;
    }
  }

  // Records runs of two or three `*`, except between letters, where they mask part of a word. Runs that are not found
  // in the source as they read were written with escapes, so they are intended.
  void find_signs(std::string_view text) {
    const auto is_letter = [&](std::size_t i) {
      return i < text.size() && std::isalnum(static_cast<unsigned char>(text[i])) != 0;
    };
    for (auto at = text.find(sign); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
      const std::size_t before = std::min<std::size_t>(at, 4);
      const auto found = find(text.substr(at - before, end - at + before + 4), sign_cursor_);
      if (found != std::string_view::npos) sign_cursor_ = found + before + (end - at);
      if (found != std::string_view::npos && end - at <= 3 && !(is_letter(at - 1) && is_letter(end)))
        text_.signs.push_back(found + before);
      at = text.find(sign, end);
    }
  }

  void take_code(const Event& event) {
    const std::string_view first = lines_of(event.text).front();
    const bool is_fenced = lines_.line(lines_.line_at(event.offset)).find(first) == std::string_view::npos;
    if (!is_fenced && is_list(event.text)) text_.lists.push_back(event.offset);
  }

  void find_pictures(const Event& event) {
    const std::string html = ascii_lower(event.text);
    if (html.starts_with("<!--") || html.starts_with("<script") || html.starts_with("<pre")) return;
    const auto is_blank = [](char c) {
      return c == ' ' || c == '\t' || c == '\n' || c == '"' || c == '\'' || c == '/';
    };
    std::size_t from = event.offset;
    for (auto at = html.find("<img"); at != std::string::npos; at = html.find("<img", at + 1)) {
      const std::string tag = html.substr(at, html.find('>', at) - at);
      const auto alt = tag.find("alt");
      const bool has_alt = alt != std::string::npos && is_blank(tag[alt - 1]);
      const auto found = source_.find(event.text.substr(at, 4), from);
      if (found == std::string_view::npos) return;
      from = found + 4;
      if (tag.size() > 4 && is_blank(tag[4]) && !has_alt) text_.images_without_alt.push_back(found);
    }
  }

  void find_inline_code(const Event& event) {
    const std::string html = ascii_lower(event.text);
    std::size_t at = 0, from = event.offset;
    for (const HtmlTag& tag : html_tags(event.text)) {
      for (const auto& [name, value] : tag.attributes) {
        if (name != "style" && !name.starts_with("on")) continue;
        at = html.find(name, at);
        if (at == std::string::npos) return;
        const auto found = source_.find(event.text.substr(at, name.size()), from);
        if (found == std::string_view::npos) return;
        text_.inline_code.push_back(found);
        at += name.size();
        from = found + name.size();
      }
    }
  }

  std::string_view source_;
  const SourceLines lines_;
  MarkdownDocument document_;
  PlainText text_;
  std::size_t paragraph_ = 0;
  std::size_t cursor_ = 0;  // everything found so far is before it
  std::size_t sign_cursor_ = 0;
  std::size_t end_ = 0;  // end of the block
  int quotes_ = 0;
  int link_ = -1;
  bool is_in_paragraph_ = false;
  bool is_next_ = false;
};

}  // namespace

PlainText read_plain_text(std::string_view text) { return PlainReader(text).read(); }

}  // namespace causerie
