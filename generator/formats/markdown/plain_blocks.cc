#include "formats/markdown/plain_blocks.h"

#include "formats/markdown/document.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

class BlockReader {
 public:
  explicit BlockReader(const MarkdownDocument& document) : document_(document) {}

  void take(const Event& event) {
    switch (event.part) {
      case MarkdownPart::text:
      case MarkdownPart::code:
        return add(event.text);
      case MarkdownPart::soft_break:
      case MarkdownPart::line_break:
      case MarkdownPart::html:
        return event.part == MarkdownPart::html && !event.text.starts_with("<br") ? void() : add(" ");
      case MarkdownPart::link:
        if (event.step == Step::enter && is_empty(event)) add("…");
        return;
      case MarkdownPart::item:
        is_item_ = event.step == Step::enter;
        return;
      case MarkdownPart::paragraph:
      case MarkdownPart::callout_title:
      case MarkdownPart::row:
        if (event.step == Step::exit) finish(is_item_ ? PlainKind::item : PlainKind::paragraph);
        return;
      case MarkdownPart::cell:
        if (event.step == Step::enter && !words_.empty()) add(" · ");
        return;
      case MarkdownPart::heading:
        if (event.step == Step::exit) finish(PlainKind::heading);
        return;
      case MarkdownPart::code_block:
        blocks.push_back({PlainKind::code, event.text.substr(0, event.text.find_last_not_of('\n') + 1)});
        return;
      default:
        return;
    }
  }

  std::vector<PlainBlock> blocks;

 private:
  bool is_empty(const Event& link) const { return document_.links[static_cast<std::size_t>(link.number)].is_empty; }

  void add(std::string_view text) {
    for (const char c : text) {
      const bool is_blank = c == ' ' || c == '\n' || c == '\t';
      if (!is_blank || (!words_.empty() && words_.back() != ' ')) words_ += is_blank ? ' ' : c;
    }
  }

  // Only the first paragraph of an item has the kind `item`.
  void finish(PlainKind kind) {
    if (words_.ends_with(' ')) words_.pop_back();
    if (!words_.empty()) blocks.push_back({kind, std::move(words_)});
    words_.clear();
    is_item_ = false;
  }

  const MarkdownDocument& document_;
  std::string words_;
  bool is_item_ = false;
};

}  // namespace

std::vector<PlainBlock> plain_blocks(std::string_view text, const MarkdownOptions& options) {
  MarkdownPlaceholders placeholders(text);
  PositionCursor positions(text);
  MarkdownDocument document = read_document(text, options, placeholders);
  resolve_footnotes(document, placeholders, positions);
  find_more(document.events);
  make_callouts(document.events);
  if (options.is_smart) {
    set_typography(document.events, document.links, options.language, placeholders.literal());
  } else {
    placeholders.drop_literals(document.events);
  }
  if (!options.shows_raw_html) show_raw_html_as_text(document.events);
  BlockReader reader(document);
  for (const Event& event : document.events) reader.take(event);
  return std::move(reader.blocks);
}

}  // namespace causerie
