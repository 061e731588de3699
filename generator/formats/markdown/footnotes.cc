#include <string>
#include <unordered_map>
#include <utility>

#include "formats/markdown/passes.h"

namespace causerie {
namespace {

struct Note {
  Events events;
  int placeholder = 0;
  int number = 0;  // 0 if not called yet, -1 if it is a duplicate
  int calls = 0;
};

// Moves the list items that begin with a footnote placeholder out of the text.
class FootnoteCollector {
 public:
  explicit FootnoteCollector(const MarkdownPlaceholders& placeholders) : placeholders_(placeholders) {}

  void take(Events&& events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      Event& event = events[i];
      if (is_enter(event, MarkdownPart::item)) {
        const bool is_note = i + 2 < events.size() && is_enter(events[i + 1], MarkdownPart::paragraph) &&
                             is_leaf(events[i + 2], MarkdownPart::footnote_placeholder);
        items_.push_back(is_note);
        if (is_note) {
          open_.push_back(notes_.size());
          notes_.emplace_back().placeholder = events[i + 2].number;
          i = begin_footnote(events, i + 1);
          continue;
        }
      } else if (is_exit(event, MarkdownPart::item)) {
        const bool was_note = items_.back();
        items_.pop_back();
        if (was_note) {
          open_.pop_back();
          continue;
        }
      } else if (is_exit(event, MarkdownPart::list) && !out().empty() && is_enter(out().back(), MarkdownPart::list)) {
        out().pop_back();  // the list contained only footnotes
        continue;
      } else if (event.part == MarkdownPart::paragraph && !items_.empty() && items_.back()) {
        event.flag = false;
      } else if (event.part == MarkdownPart::footnote_placeholder) {
        event = {.part = MarkdownPart::text, .text = placeholders_.at(event.number).written};
      }
      out().push_back(std::move(event));
    }
  }

  Events& text() { return text_; }
  std::vector<Note>& notes() { return notes_; }

 private:
  Events& out() { return open_.empty() ? text_ : notes_[open_.back()].events; }

  // Begins a footnote at the start of its first paragraph; returns the index of the last event consumed. If the first
  // line has no text, the line break or empty paragraph that remains is dropped.
  std::size_t begin_footnote(const Events& events, std::size_t paragraph) {
    std::size_t last = paragraph + 1;
    if (last + 1 < events.size() && is_exit(events[last + 1], MarkdownPart::paragraph)) return last + 1;
    if (last + 1 < events.size() && is_leaf(events[last + 1], MarkdownPart::soft_break)) ++last;
    out().push_back({.part = MarkdownPart::paragraph, .step = Step::enter});
    return last;
  }

  const MarkdownPlaceholders& placeholders_;
  Events text_;
  std::vector<Note> notes_;
  std::vector<std::size_t> open_;  // indices of the open footnotes, which may be nested
  std::vector<bool> items_;        // for each open list item: true if it is a footnote
};

class CallNumberer {
 public:
  CallNumberer(const MarkdownPlaceholders& placeholders, std::vector<Note>& notes, PositionCursor& positions)
      : placeholders_(placeholders), notes_(notes), positions_(positions) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const MarkdownPlaceholder& placeholder = placeholders.at(notes[i].placeholder);
      if (by_name_.emplace(placeholder.name, i).second) continue;
      add_fault("duplicate-note",
                "the footnote '" + placeholder.written.substr(0, placeholder.written.size() - 1) + "' is defined twice",
                "only the first one is shown: give this one a different name", placeholder.offset);
      notes[i].number = -1;
    }
  }

  // Numbers the calls in these events. A call in a link is moved after it, because links do not nest; one in an image
  // is dropped, because images contain only text.
  void number(Events& events) {
    Events out;
    out.reserve(events.size());
    std::vector<Event> waiting;
    int links = 0;
    int images = 0;
    for (Event& event : events) {
      if (event.part == MarkdownPart::call) {
        if (images > 0) continue;
        resolve(event);
        if (links > 0 && event.part == MarkdownPart::call) {
          waiting.push_back(std::move(event));
          continue;
        }
      }
      const int change = event.step == Step::enter ? 1 : event.step == Step::exit ? -1 : 0;
      if (event.part == MarkdownPart::link) links += change;
      if (event.part == MarkdownPart::image) images += change;
      out.push_back(std::move(event));
      if (links > 0 || waiting.empty()) continue;
      for (Event& call : waiting) out.push_back(std::move(call));
      waiting.clear();
    }
    events = std::move(out);
  }

  const std::vector<std::size_t>& order() const { return order_; }

  // Returns all faults, including footnotes without a call.
  std::vector<ProseFault> finish() {
    for (const Note& note : notes_) {
      if (note.number != 0) continue;
      const MarkdownPlaceholder& placeholder = placeholders_.at(note.placeholder);
      const std::string call = placeholder.written.substr(0, placeholder.written.size() - 1);
      add_fault("note-without-call", "the footnote '" + call + "' is not used anywhere",
                "write " + call + " in the text where it belongs", placeholder.offset);
    }
    return std::move(faults_);
  }

 private:
  void resolve(Event& event) {
    const MarkdownPlaceholder& placeholder = placeholders_.at(event.number);
    const auto found = by_name_.find(placeholder.name);
    if (found == by_name_.end()) {
      add_fault("call-without-note", "there is no footnote '" + placeholder.written + "'",
                "add the footnote, a line that begins with " + placeholder.written + ":, or write \\" +
                    placeholder.written + " to show it as text",
                placeholder.offset);
      event = {.part = MarkdownPart::text, .text = placeholder.written};
      return;
    }
    Note& note = notes_[found->second];
    if (note.number == 0) {
      order_.push_back(found->second);
      note.number = static_cast<int>(order_.size());
    }
    event.number = note.number;
    event.ordinal = ++note.calls;
  }

  void add_fault(DiagnosticCode code, std::string message, std::string hint, std::size_t offset) {
    faults_.push_back({std::move(code), std::move(message), std::move(hint), positions_.at(offset), false});
  }

  const MarkdownPlaceholders& placeholders_;
  std::vector<Note>& notes_;
  PositionCursor& positions_;
  std::vector<ProseFault> faults_;
  std::unordered_map<std::string_view, std::size_t> by_name_;
  std::vector<std::size_t> order_;
};

}  // namespace

std::vector<ProseFault> resolve_footnotes(MarkdownDocument& document, const MarkdownPlaceholders& placeholders,
                                          PositionCursor& positions) {
  document.calls_of_footnote.assign(1, 0);
  if (!placeholders.has_footnotes()) return {};
  FootnoteCollector taker(placeholders);
  taker.take(std::move(document.events));
  document.events = std::move(taker.text());
  std::vector<Note>& notes = taker.notes();

  CallNumberer numberer(placeholders, notes, positions);
  numberer.number(document.events);
  for (std::size_t i = 0; i < numberer.order().size(); ++i) numberer.number(notes[numberer.order()[i]].events);

  if (numberer.order().empty()) return numberer.finish();
  document.events.push_back({.part = MarkdownPart::footnotes, .step = Step::enter});
  for (const std::size_t index : numberer.order()) {
    Note& note = notes[index];
    document.calls_of_footnote.push_back(note.calls);
    document.events.push_back({.part = MarkdownPart::footnote, .step = Step::enter, .number = note.number});
    for (Event& event : note.events) document.events.push_back(std::move(event));
    document.events.push_back({.part = MarkdownPart::footnote, .step = Step::exit, .number = note.number});
  }
  document.events.push_back({.part = MarkdownPart::footnotes, .step = Step::exit});
  return numberer.finish();
}

void drop_footnotes(Events& events, const MarkdownPlaceholders& placeholders) {
  for (Event& event : events) {
    if (event.part == MarkdownPart::call)
      event = {.part = MarkdownPart::text, .text = placeholders.at(event.number).written};
  }
}

}  // namespace causerie
