// `~~struck out~~`, by the rules of GitHub Flavored Markdown 0.29, section 6.5: two tildes, no fewer and no more, that
// begin and end like emphasis does. A single tilde stays one, because it stands for "about" and for ranges.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr std::string_view sign = "~~";

struct Run {
  std::size_t event = 0;
  std::size_t offset = 0;
  bool begins = false;  // what it may do, then what it does
  bool ends = false;
};

bool is_blank(char32_t c) { return c < 0x80 ? c <= ' ' : is_space(c); }
bool is_stop(char32_t c) { return c < 0x80 ? c > ' ' && !is_letter_or_digit(c) : is_punctuation(c); }

bool is_inline(MarkdownPart part) {
  switch (part) {
    case MarkdownPart::emphasis:
    case MarkdownPart::strong:
    case MarkdownPart::link:
    case MarkdownPart::image:
    case MarkdownPart::text:
    case MarkdownPart::code:
    case MarkdownPart::html:
    case MarkdownPart::soft_break:
    case MarkdownPart::line_break:
    case MarkdownPart::call:
      return true;
    default:
      return false;
  }
}

char32_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return next_code_point(text, at);
}

class Striker {
 public:
  Striker(const MarkdownDocument& document, std::string_view literal)
      : events_(document.events), links_(document.links), literal_(literal) {}

  // Returns the runs that begin or end something, in order.
  std::vector<Run> pairs() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (!is_inline(event.part)) {
        levels_.assign(1, {});
      } else if (event.step == Step::enter) {
        levels_.emplace_back();
      } else if (event.step == Step::exit) {
        if (levels_.size() > 1) levels_.pop_back();
      } else if (event.part == MarkdownPart::text && !is_address(i)) {
        read(i);
      }
    }
    std::erase_if(runs_, [](const Run& run) { return !run.begins && !run.ends; });
    return std::move(runs_);
  }

 private:
  bool is_address(std::size_t i) const {
    return i > 0 && is_enter(events_[i - 1], MarkdownPart::link) &&
           links_[static_cast<std::size_t>(events_[i - 1].number)].is_automatic;
  }

  char32_t edge(std::size_t neighbour) const {
    const MarkdownPart part = events_[neighbour].part;
    const bool is_break = part == MarkdownPart::soft_break || part == MarkdownPart::line_break || !is_inline(part);
    return is_break ? U' ' : U'*';
  }

  void read(std::size_t index) {
    const std::string_view text = events_[index].text;
    for (auto at = text.find(sign); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_not_of('~', at), text.size());
      const bool is_escaped = !literal_.empty() && text.substr(0, at).ends_with(literal_);
      if (end - at == sign.size() && !is_escaped) add(index, text, at, end);
      at = text.find(sign, end);
    }
  }

  void add(std::size_t index, std::string_view text, std::size_t at, std::size_t end) {
    const char32_t before = at > 0 ? last_character(text.substr(0, at)) : edge(index - 1);
    std::size_t next = end;
    const char32_t after = end < text.size() ? next_code_point(text, next) : edge(index + 1);
    const bool may_begin = !is_blank(after) && (!is_stop(after) || is_blank(before) || is_stop(before));
    const bool may_end = !is_blank(before) && (!is_stop(before) || is_blank(after) || is_stop(after));
    std::vector<std::size_t>& open = levels_.back();
    if (may_end && !open.empty()) {
      runs_[open.back()].begins = true;
      runs_.push_back({.event = index, .offset = at, .ends = true});
      open.pop_back();
    } else if (may_begin) {
      open.push_back(runs_.size());
      runs_.push_back({.event = index, .offset = at});
    }
  }

  const Events& events_;
  const std::vector<ProseLink>& links_;
  std::string_view literal_;
  std::vector<Run> runs_;
  std::vector<std::vector<std::size_t>> levels_{1};  // for each open part: indices of runs that nothing ends yet
};

}  // namespace

void strike_out(MarkdownDocument& document, std::string_view literal) {
  if (std::none_of(document.events.begin(), document.events.end(), [](const Event& event) {
        return event.part == MarkdownPart::text && event.text.find(sign) != std::string::npos;
      }))
    return;
  const std::vector<Run> runs = Striker(document, literal).pairs();
  if (runs.empty()) return;
  Events out;
  auto run = runs.begin();
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    if (run == runs.end() || run->event != i) {
      out.push_back(std::move(document.events[i]));
      continue;
    }
    const std::string& text = document.events[i].text;
    std::size_t done = 0;
    const auto keep_until = [&](std::size_t end) {
      if (done < end) out.push_back({.part = MarkdownPart::text, .text = text.substr(done, end - done)});
    };
    for (; run != runs.end() && run->event == i; ++run) {
      keep_until(run->offset);
      done = run->offset + sign.size();
      out.push_back({.part = MarkdownPart::strike, .step = run->begins ? Step::enter : Step::exit});
    }
    keep_until(text.size());
  }
  document.events = std::move(out);
}

}  // namespace causerie
