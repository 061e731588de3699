// Task lists, by the rules of GitHub Flavored Markdown 0.29, section 5.3: an item that begins with `[ ]` or `[x]`.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr std::size_t box_size = 3;  // [x]

bool begins_with_box(std::string_view text) {
  if (text.size() <= box_size || text[0] != '[' || text[2] != ']') return false;
  return (text[1] == ' ' || text[1] == 'x' || text[1] == 'X') && (text[box_size] == ' ' || text[box_size] == '\t');
}

bool is_task(const Events& events, std::size_t i) {
  if (!is_enter(events[i], MarkdownPart::item) || !is_enter(events[i + 1], MarkdownPart::paragraph)) return false;
  const Event& words = events[i + 2];
  if (!is_leaf(words, MarkdownPart::text) || !begins_with_box(words.text)) return false;
  const bool has_words = words.text.find_first_not_of(" \t", box_size) != std::string::npos;
  return has_words || !is_exit(events[i + 3], MarkdownPart::paragraph);
}

}  // namespace

void make_tasks(Events& events) {
  const auto holds_task = [&](const Event& event) {
    return is_enter(event, MarkdownPart::item) && is_task(events, static_cast<std::size_t>(&event - events.data()));
  };
  if (std::none_of(events.begin(), events.end(), holds_task)) return;
  Events out;
  out.reserve(events.size() + 2);
  bool is_open = false;
  for (std::size_t i = 0; i < events.size(); ++i) {
    Event& event = events[i];
    if (is_open && is_exit(event, MarkdownPart::paragraph)) {
      out.push_back({.part = MarkdownPart::task, .step = Step::exit});
      is_open = false;
    }
    if (!is_task(events, i)) {
      out.push_back(std::move(event));
      continue;
    }
    event.flag = true;
    std::string& words = events[i + 2].text;
    const bool is_done = words[1] != ' ';
    words.erase(0, std::min(words.find_first_not_of(" \t", box_size), words.size()));
    out.push_back(std::move(event));
    out.push_back(std::move(events[++i]));
    out.push_back({.part = MarkdownPart::task, .step = Step::enter, .flag = is_done});
    is_open = true;
  }
  events = std::move(out);
}

}  // namespace causerie
