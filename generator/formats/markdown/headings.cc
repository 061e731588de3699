#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

// Comments, footnotes and navigation have ids that begin like this.
std::string apart_from_page(std::string id) {
  const bool is_reserved = id.starts_with("comment") || id.starts_with("fn") || id.starts_with("nav");
  return is_reserved ? "h-" + id : id;
}

class HeadingIds {
 public:
  explicit HeadingIds(std::span<const std::string> taken) : taken_(taken.begin(), taken.end()) {}

  bool take(const std::string& id) { return taken_.insert(id).second; }

  std::string make(std::string_view words) {
    std::string slug = slug_of(words);
    if (slug.empty()) slug = "section";
    return unique(apart_from_page(std::move(slug)));
  }

  std::string unique(std::string slug) {
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

// What an earlier version made the id from: `{#id}` was text, and an invisible character separated words.
std::string former_words(std::string_view words, std::string_view attributes) {
  std::string former;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    append_code_point(former, c >= 0x80 && is_invisible(c) && !is_letter_or_digit(c) ? U' ' : c);
  }
  return former + " " + std::string(attributes);
}

struct Heading {
  std::size_t index = 0;  // of its enter event
  std::string words;
  std::string attributes;  // as written
};

void use_written_ids(const std::vector<Heading>& headings, Events& events, PositionCursor& positions, HeadingIds& ids,
                     std::vector<ProseFault>& faults) {
  std::unordered_set<std::string> written;
  for (const Heading& heading : headings) {
    const std::string id = id_in_attributes(heading.attributes);
    if (id.empty()) continue;
    Event& event = events[heading.index];
    const auto found = positions.lines().text().find(heading.attributes, event.offset);
    const Position position = positions.at(found == std::string_view::npos ? event.offset : found);
    event.text = apart_from_page(id);
    if (event.text != id) {
      faults.push_back({"reserved-id",
                        "the id '" + id + "' may clash with an id that Causerie adds to the page: this heading has '" +
                            event.text + "'",
                        "use one that does not begin with 'comment', 'fn' or 'nav'", position, false});
    }
    const bool is_repeated = !written.insert(event.text).second;
    if (is_repeated || !ids.take(event.text)) {
      faults.push_back({"duplicate-id", "the id '" + id + "' is used a second time here",
                        "an id can name only one place on a page", position, is_repeated});
      event.text = ids.unique(event.text);
    }
  }
}

// Keeps links to a heading's earlier id alive, for one release after the id changed.
void keep_former_ids(const std::vector<Heading>& headings, std::span<const std::string> taken, HeadingIds& ids,
                     Events& events, std::vector<std::string>& raw_ids) {
  HeadingIds former(taken);
  Events out;
  std::size_t done = 0;
  const auto keep_until = [&](std::size_t end) {
    for (; done < end; ++done) out.push_back(std::move(events[done]));
  };
  for (const Heading& heading : headings) {
    const std::string id = former.make(former_words(heading.words, heading.attributes));
    if (id == events[heading.index].text || !ids.take(id)) continue;
    keep_until(heading.index);
    out.push_back({.part = MarkdownPart::anchor, .text = id});
    raw_ids.push_back(id);
  }
  keep_until(events.size());
  events = std::move(out);
}

bool may_have_former_id(const Heading& heading) {
  if (!heading.attributes.empty()) return true;
  for (std::size_t at = 0; at < heading.words.size();) {
    const char32_t c = next_code_point(heading.words, at);
    if (c >= 0x80 && is_invisible(c)) return true;
  }
  return false;
}

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

void finish_headings(MarkdownDocument& document, int top_level, std::span<const std::string> taken,
                     PositionCursor& positions, Prose& prose) {
  constexpr int lowest = 6;
  int highest = lowest;
  std::vector<Heading> headings;
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    Event& event = document.events[i];
    if (event.part != MarkdownPart::heading) continue;
    highest = std::min(highest, event.number);
    if (event.step == Step::enter) headings.push_back({i, heading_text(document, i), std::exchange(event.text, {})});
  }
  const int shift = std::max(0, top_level - highest);
  for (Event& event : document.events) {
    if (event.part == MarkdownPart::heading) event.number = std::min(lowest, event.number + shift);
  }
  HeadingIds ids(taken);
  use_written_ids(headings, document.events, positions, ids, prose.faults);
  for (const Heading& heading : headings) {
    std::string& id = document.events[heading.index].text;
    if (id.empty()) id = ids.make(heading.words);
  }
  if (std::any_of(headings.begin(), headings.end(), may_have_former_id))
    keep_former_ids(headings, taken, ids, document.events, prose.raw_ids);
}

}  // namespace causerie
