// Placeholders put into a text before cmark reads it, for constructs that CommonMark would read differently.
//
// A footnote call `[^name]` becomes `,<open>7<close>,`: with commas, so that the text around it is next to
// punctuation, as it was with brackets. A footnote definition becomes a list item, so that cmark finds what belongs
// to it. A definition's colon becomes a list item too. A `*` or `_` in a bare address becomes a placeholder for
// itself, because it begins no emphasis there. `<literal>` is put before an escaped quote, dash, period, tilde, `[!`
// or box of a task. All of them use private code points that the text does not contain, even as numeric entities; in
// code, raw HTML and destinations the original text is restored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/events.h"
#include "formats/markdown/rewriting.h"

namespace causerie {

struct MarkdownPlaceholder {
  MarkdownPart part = MarkdownPart::call;  // call, text, or one of the placeholders
  std::string written;                     // the text it replaces
  std::string_view before;                 // inserted before and after the code points
  std::string_view after;
  std::string name;        // of the footnote, in lower case
  std::size_t offset = 0;  // in the text as written
  int table = 0;
};

class MarkdownPlaceholders {
 public:
  explicit MarkdownPlaceholders(std::string_view text);

  bool are_usable() const { return !open_.empty(); }  // false if the text uses too many private code points
  std::string add(MarkdownPlaceholder placeholder);   // returns what to put into the text
  const MarkdownPlaceholder& at(int index) const { return placeholders_[static_cast<std::size_t>(index)]; }
  const std::string& literal() const { return literal_; }
  void record_literal() { has_literals_ = true; }
  void drop_literals(Events& events) const;              // for text that set_typography() does not process
  bool has_footnotes() const { return has_footnotes_; }  // true if there are footnote calls or definitions

  // Turns the placeholders in texts into separate events, and restores the original everywhere else.
  void resolve(MarkdownDocument& document) const;

 private:
  struct Found {
    std::size_t begin = std::string_view::npos;  // of all that was inserted
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
  bool has_footnotes_ = false;
};

// Returns the text with placeholders for footnote calls, footnote definitions and literal characters. If
// `has_footnotes` is false (untrusted text), definitions get the same placeholders as calls, so that both stay text.
Rewriting insert_placeholders(std::string_view text, bool has_footnotes, bool is_smart,
                              MarkdownPlaceholders& placeholders);

}  // namespace causerie
