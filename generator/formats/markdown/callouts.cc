#include <algorithm>
#include <span>
#include <utility>

#include "base/text.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

// Callouts are named by the first entries of prose_word_keys.
constexpr std::span kinds = std::span(prose_word_keys).first(static_cast<std::size_t>(ProseWord::caution) + 1);

// Returns the kind that the text begins with (-1 if none), and the length of its marker.
std::pair<int, std::size_t> callout_kind(std::string_view text) {
  if (!text.starts_with("[!")) return {-1, 0};
  const auto end = text.find(']');
  if (end == std::string_view::npos) return {-1, 0};
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](std::string_view kind) { return ascii_iequals(kind, text.substr(2, end - 2)); });
  if (found == kinds.end()) return {-1, 0};
  return {static_cast<int>(found - kinds.begin()), std::min(text.find_first_not_of(' ', end + 1), text.size())};
}

// Returns where the first line of the inline content from `begin` ends: at a line break that is in no other part, or
// with the block.
std::size_t line_end(const Events& events, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i < events.size(); ++i) {
    const Event& event = events[i];
    if (is_exit(event, MarkdownPart::paragraph)) return i;
    if (depth == 0 && (event.part == MarkdownPart::soft_break || event.part == MarkdownPart::line_break)) return i;
    depth += event.step == Step::enter ? 1 : event.step == Step::exit ? -1 : 0;
  }
  return events.size();
}

}  // namespace

void make_callouts(Events& events) {
  if (std::none_of(events.begin(), events.end(),
                   [](const Event& event) { return is_enter(event, MarkdownPart::quote); }))
    return;
  Events out;
  out.reserve(events.size());
  std::vector<bool> quotes;  // for each open quote: true if it is a callout
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (is_exit(events[i], MarkdownPart::quote)) {
      if (quotes.back()) events[i].part = MarkdownPart::callout;
      quotes.pop_back();
    }
    if (!is_enter(events[i], MarkdownPart::quote)) {
      out.push_back(std::move(events[i]));
      continue;
    }
    const bool has_words =
        is_enter(events[i + 1], MarkdownPart::paragraph) && is_leaf(events[i + 2], MarkdownPart::text);
    const auto [kind, size] = has_words ? callout_kind(events[i + 2].text) : std::pair<int, std::size_t>{-1, 0};
    quotes.push_back(kind >= 0);
    if (kind < 0) {
      out.push_back(std::move(events[i]));
      continue;
    }
    out.push_back({.part = MarkdownPart::callout,
                   .step = Step::enter,
                   .text = std::string(kinds[static_cast<std::size_t>(kind)])});
    out.push_back({.part = MarkdownPart::callout_title, .step = Step::enter});
    const std::size_t end = line_end(events, i + 2);
    events[i + 2].text.erase(0, size);
    const bool has_title = end > i + 3 || !events[i + 2].text.empty();
    if (!has_title) out.push_back({.part = MarkdownPart::word, .number = kind});
    for (std::size_t word = i + 2; word < end; ++word) out.push_back(std::move(events[word]));
    out.push_back({.part = MarkdownPart::callout_title, .step = Step::exit});
    i = end;  // drops the break, or the end of the paragraph
    if (!is_exit(events[end], MarkdownPart::paragraph))
      out.push_back({.part = MarkdownPart::paragraph, .step = Step::enter});
  }
  events = std::move(out);
}

}  // namespace causerie
