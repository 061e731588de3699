#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/slug.h"
#include "base/text.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

class HeadingIds {
 public:
  explicit HeadingIds(std::span<const std::string> taken) : taken_(taken.begin(), taken.end()) {}

  std::string make(std::string_view words) {
    std::string slug = slug_of(words);
    if (slug.empty()) slug = "section";
    for (const std::string_view reserved : {"comment", "fn", "nav"}) {
      if (slug.starts_with(reserved)) {
        slug = "h-" + slug;
        break;
      }
    }
    if (taken_.insert(slug).second) return slug;
    int& count = counts_.try_emplace(slug, 1).first->second;
    for (;;) {
      std::string id = slug + '-' + std::to_string(++count);
      if (taken_.insert(id).second) return id;
    }
  }

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> counts_;
};

}  // namespace

std::string heading_text(const MarkdownDocument& document, std::size_t heading) {
  std::string words;
  for (std::size_t i = heading + 1; !is_exit(document.events[i], MarkdownPart::heading); ++i) {
    const Event& event = document.events[i];
    if (event.part == MarkdownPart::text || event.part == MarkdownPart::code) words += event.text;
    if (event.part == MarkdownPart::soft_break || event.part == MarkdownPart::line_break) words += ' ';
    if (event.part == MarkdownPart::image) words += document.images[static_cast<std::size_t>(event.number)].alternative;
  }
  return std::string(trim(words));
}

void finish_headings(MarkdownDocument& document, int top_level, std::span<const std::string> taken) {
  constexpr int lowest = 6;
  int highest = lowest;
  for (const Event& event : document.events) {
    if (event.part == MarkdownPart::heading) highest = std::min(highest, event.number);
  }
  const int shift = std::max(0, top_level - highest);
  HeadingIds ids(taken);
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    Event& event = document.events[i];
    if (event.part != MarkdownPart::heading) continue;
    event.number = std::min(lowest, event.number + shift);
    if (event.step == Step::enter) event.text = ids.make(heading_text(document, i));
  }
}

}  // namespace causerie
