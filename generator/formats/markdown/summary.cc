#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr std::size_t good_length = 300;  // in characters
constexpr std::size_t most_length = 600;  // a first sentence longer than that is cut between words

bool holds_blocks(MarkdownPart part) {
  return part == MarkdownPart::quote || part == MarkdownPart::list || part == MarkdownPart::callout ||
         part == MarkdownPart::definitions || part == MarkdownPart::table || part == MarkdownPart::footnote ||
         part == MarkdownPart::footnotes;
}

void add_words(std::span<const Event> events, bool keeps_links, Events& out) {
  for (const Event& event : events) {
    switch (event.part) {
      case MarkdownPart::soft_break:
      case MarkdownPart::line_break:
        out.push_back({.part = MarkdownPart::text, .text = " "});
        break;
      case MarkdownPart::html:
        if (ascii_iequals(event.text.substr(0, 3), "<br")) out.push_back({.part = MarkdownPart::text, .text = " "});
        break;
      case MarkdownPart::link:
        if (keeps_links) out.push_back(event);
        break;
      case MarkdownPart::text:
      case MarkdownPart::code:
      case MarkdownPart::emphasis:
      case MarkdownPart::strong:
      case MarkdownPart::strike:
        out.push_back(event);
        break;
      default:
        break;
    }
  }
}

// Returns the events inside the paragraph at `begin`, which may end with `events`.
std::span<const Event> paragraph_at(std::span<const Event> events, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < events.size() && !is_exit(events[end], MarkdownPart::paragraph)) ++end;
  return events.subspan(begin + 1, end - begin - 1);
}

bool has_words(std::span<const Event> events) {
  return std::any_of(events.begin(), events.end(), [](const Event& event) {
    return event.part == MarkdownPart::code || (event.part == MarkdownPart::text && !trim(event.text).empty()) ||
           event.part == MarkdownPart::link;
  });
}

// Returns the first paragraph with text that is not nested; else the first nested one. Footnotes are ignored.
std::optional<std::size_t> first_paragraph(std::span<const Event> events) {
  std::optional<std::size_t> found;
  int depth = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (is_enter(event, MarkdownPart::footnotes)) break;
    if (holds_blocks(event.part)) depth += event.step == Step::enter ? 1 : -1;
    if (!is_enter(event, MarkdownPart::paragraph) || !has_words(paragraph_at(events, i))) continue;
    if (depth == 0) return i;
    if (!found) found = i;
  }
  return found;
}

bool is_closer(char32_t c) {
  static constexpr std::u32string_view closers = U"\"')]’”»›“‘」』）";
  return closers.find(c) != std::u32string_view::npos;
}

// True if the period at the end of `words` belongs to an initial or a short title (J., Mr., Dr., St.).
bool ends_with_abbreviation(std::u32string_view words) {
  words.remove_suffix(1);
  std::size_t begin = words.size();
  while (begin > 0 && words[begin - 1] != ' ' && words[begin - 1] != '.' && !is_closer(words[begin - 1])) --begin;
  const std::u32string_view word = words.substr(begin);
  const bool is_capital = !word.empty() && word[0] < 0x80 && word[0] >= 'A' && word[0] <= 'Z';
  static constexpr std::u32string_view titles[] = {U"Mr", U"Mrs", U"Ms", U"Dr", U"St", U"Prof", U"No", U"Vol"};
  return (is_capital && word.size() == 1 && word != U"I") ||
         std::find(std::begin(titles), std::end(titles), word) != std::end(titles);
}

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) result += next_code_point(text, i);
  return result;
}

// Returns the number of characters in the whole sentences up to about the good length; 0 if no sentence ends.
std::size_t sentences_end(const std::u32string& text) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool is_full_width = c == U'。' || c == U'！' || c == U'？';
    if (!is_full_width && c != '.' && c != '!' && c != '?' && c != U'…') continue;
    std::size_t end = i + 1;
    while (end < text.size() && is_closer(text[end])) ++end;
    if (!is_full_width && end < text.size()) {
      if (!is_space(text[end])) continue;
      const bool goes_on = end + 1 < text.size() && text[end + 1] >= 'a' && text[end + 1] <= 'z';
      if (goes_on || (c == '.' && ends_with_abbreviation(std::u32string_view(text).substr(0, i + 1)))) continue;
    }
    if (end > good_length && best > 0) return best;
    best = end;
    if (end > good_length) break;
  }
  return best;
}

// Cuts the events off after so many characters, adds `ending` and exits what is still open.
Events cut(Events&& events, std::size_t characters, std::string_view ending) {
  Events out;
  std::vector<Event> open;
  for (Event& event : events) {
    if (event.step == Step::enter) open.push_back({.part = event.part, .step = Step::exit, .number = event.number});
    if (event.step == Step::exit) open.pop_back();
    std::size_t bytes = 0;
    for (; characters > 0 && bytes < event.text.size(); --characters) next_code_point(event.text, bytes);
    const bool is_end = bytes < event.text.size() || (event.step == Step::leaf && characters == 0);
    if (bytes < event.text.size()) event.text.resize(bytes);
    out.push_back(std::move(event));
    if (is_end) break;
  }
  if (!ending.empty()) out.push_back({.part = MarkdownPart::text, .text = std::string(ending)});
  for (; !open.empty(); open.pop_back()) out.push_back(std::move(open.back()));
  return out;
}

std::string text_of(const Events& events) {
  std::string text;
  for (const Event& event : events) text += event.text;
  return text;
}

Events shorten(Events&& events) {
  const std::u32string text = code_points(text_of(events));
  if (text.size() <= good_length) return std::move(events);
  const std::size_t end = sentences_end(text);
  if (end > 0 && end <= most_length) return cut(std::move(events), end, "");
  if (text.size() <= most_length) return std::move(events);
  const std::size_t blank = text.rfind(' ', good_length);
  return cut(std::move(events), blank == std::u32string::npos || blank == 0 ? good_length : blank, "…");
}

}  // namespace

Events summary_of(const MarkdownDocument& document) {
  const std::span<const Event> all = document.events;
  const auto more =
      std::find_if(all.begin(), all.end(), [](const Event& event) { return event.part == MarkdownPart::more; });
  Events words;
  if (more == all.end()) {
    const auto first = first_paragraph(all);
    if (first) add_words(paragraph_at(all, *first), true, words);
    return shorten(std::move(words));
  }
  const auto before = all.first(static_cast<std::size_t>(more - all.begin()));
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!is_enter(before[i], MarkdownPart::paragraph)) continue;
    const auto paragraph = paragraph_at(before, i);
    if (!has_words(paragraph)) continue;
    if (!words.empty()) words.push_back({.part = MarkdownPart::text, .text = " "});
    add_words(paragraph, true, words);
  }
  return cut(std::move(words), std::string::npos, "");
}

Events bare_words(std::span<const Event> events) {
  Events words;
  add_words(events, false, words);
  return words;
}

}  // namespace causerie
