// Signs put into a text before cmark reads it, for what CommonMark would read otherwise.
//
// A note's call `[^name]` becomes `,<open>7<close>,`: commas, because the text around it must see punctuation as it saw
// brackets. A note's definition becomes an item of a list, so that cmark itself finds what belongs to it. `<literal>`
// stands before a quote, dash, period or `[!` that was escaped. The signs are private code points that the text holds
// nowhere, be it as a numeric entity; in code, raw HTML and destinations all is put back as written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/events.h"
#include "formats/markdown/rewriting.h"

namespace causerie {

struct MarkdownPlaceholder {
  MarkdownPart part = MarkdownPart::call;  // call, note_placeholder or cell_placeholder
  std::string written;                     // what it stands for
  std::string_view before;                 // what was put around the signs
  std::string_view after;
  std::string name;        // of the note, letter case folded
  std::size_t offset = 0;  // in the text as written
  int table = 0;
};

class MarkdownPlaceholders {
 public:
  explicit MarkdownPlaceholders(std::string_view text);

  bool are_usable() const { return !open_.empty(); }  // false: the text holds every private code point there is
  std::string add(MarkdownPlaceholder placeholder);   // what to put into the text
  const MarkdownPlaceholder& at(int index) const { return placeholders_[static_cast<std::size_t>(index)]; }
  const std::string& literal() const { return literal_; }
  void note_literal() { has_literals_ = true; }
  void drop_literals(Events& events) const;      // where nothing else takes note of them
  bool has_notes() const { return has_notes_; }  // calls or definitions

  // Splits texts at their marks into events of their own and puts back everything else.
  void resolve(MarkdownDocument& document) const;

 private:
  struct Found {
    std::size_t begin = std::string_view::npos;  // of what was put, signs and surroundings
    std::size_t end = 0;
    int index = 0;
  };
  Found find(std::string_view text, std::size_t from) const;
  std::string restore(std::string_view text) const;
  void split(Event&& event, Events& out) const;

  std::string open_;
  std::string close_;
  std::string literal_;
  std::vector<MarkdownPlaceholder> placeholders_;
  bool has_literals_ = false;
  bool has_notes_ = false;
};

// The text with its notes' calls, definitions and literal quotes marked. Where `has_notes` is false (a stranger's text)
// calls and definitions are marked all the same, so that they stay text.
Rewriting insert_placeholders(std::string_view text, bool has_notes, bool is_smart, MarkdownPlaceholders& placeholders);

}  // namespace causerie
