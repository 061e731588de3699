#include <cmark.h>

#include <memory>

#include "formats/markdown/document.h"
#include "formats/markdown/locations.h"

namespace causerie {
namespace {

std::string_view text_or_empty(const char* text) { return text == nullptr ? std::string_view() : text; }
std::string_view literal(cmark_node* node) { return text_or_empty(cmark_node_get_literal(node)); }

// True if a link with this first child has no text.
bool has_no_words(cmark_node* first) {
  if (first == nullptr) return true;
  return cmark_node_next(first) == nullptr && cmark_node_get_type(first) == CMARK_NODE_TEXT &&
         literal(first).find_first_not_of(' ') == std::string_view::npos;
}

class TreeReader {
 public:
  explicit TreeReader(std::string_view text) : lines_(text), locator_(lines_) {}

  MarkdownDocument read(cmark_node* root) {
    document_.events.reserve(lines_.text().size() / 16);
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(root), cmark_iter_free);
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
      take(cmark_iter_get_node(walk.get()), event == CMARK_EVENT_ENTER);
    }
    return std::move(document_);
  }

 private:
  void take(cmark_node* node, bool enters) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_DOCUMENT:
        return;
      case CMARK_NODE_BLOCK_QUOTE:
        quotes_ += enters ? 1 : -1;
        begin(MarkdownPart::quote, enters);
        return;
      case CMARK_NODE_LIST:
        return take_list(node, enters);
      case CMARK_NODE_ITEM:
        begin(MarkdownPart::item, enters);
        return;
      case CMARK_NODE_PARAGRAPH:
        return take_paragraph(node, enters);
      case CMARK_NODE_HEADING:
        return take_heading(node, enters);
      case CMARK_NODE_CODE_BLOCK:
        return take_code_block(node);
      case CMARK_NODE_HTML_BLOCK:
        leaf(MarkdownPart::html_block, literal(node)).offset = lines_.begin(cmark_node_get_start_line(node));
        return;
      case CMARK_NODE_THEMATIC_BREAK:
        leaf(MarkdownPart::rule);
        return;
      case CMARK_NODE_EMPH:
        begin(MarkdownPart::emphasis, enters);
        return;
      case CMARK_NODE_STRONG:
        begin(MarkdownPart::strong, enters);
        return;
      case CMARK_NODE_LINK:
        return take_link(node, enters);
      case CMARK_NODE_IMAGE:
        return take_image(node, enters);
      case CMARK_NODE_TEXT:
        leaf(MarkdownPart::text, literal(node));
        return;
      case CMARK_NODE_CODE:
        leaf(MarkdownPart::code, literal(node));
        return;
      case CMARK_NODE_HTML_INLINE:
        leaf(MarkdownPart::html, literal(node)).offset = locate(node, "<", literal(node).substr(1), {});
        return;
      case CMARK_NODE_SOFTBREAK:
        leaf(MarkdownPart::soft_break);
        return;
      case CMARK_NODE_LINEBREAK:
        leaf(MarkdownPart::line_break);
        return;
      default:
        return;  // custom nodes are created only through cmark's API
    }
  }

  Event& leaf(MarkdownPart part, std::string_view text = {}) {
    return document_.events.emplace_back(Event{.part = part, .text = std::string(text)});
  }
  Event& begin(MarkdownPart part, bool enters) {
    return document_.events.emplace_back(Event{.part = part, .step = enters ? Step::enter : Step::exit});
  }

  void take_code_block(cmark_node* node) {
    document_.infos.emplace_back(text_or_empty(cmark_node_get_fence_info(node)));
    Event& event = leaf(MarkdownPart::code_block, literal(node));
    event.number = static_cast<int>(document_.infos.size() - 1);
    event.offset = lines_.begin(cmark_node_get_start_line(node));
  }

  void take_list(cmark_node* node, bool enters) {
    Event& event = begin(MarkdownPart::list, enters);
    event.flag = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    event.number = event.flag ? cmark_node_get_list_start(node) : 0;
  }

  ParagraphLines lines_of(cmark_node* node) const {
    return {cmark_node_get_start_line(node), cmark_node_get_end_line(node), cmark_node_get_start_column(node), quotes_};
  }

  void take_paragraph(cmark_node* node, bool enters) {
    cmark_node* list = cmark_node_parent(cmark_node_parent(node));
    const bool is_tight =
        list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
    Event& event = begin(MarkdownPart::paragraph, enters);
    event.flag = is_tight;
    if (!enters) return;
    const ParagraphLines lines = lines_of(node);
    event.offset = lines_.begin(lines.first) + static_cast<std::size_t>(lines.column - 1);
    document_.paragraphs.push_back(lines);
    locator_.begin(document_.paragraphs.back());
  }

  void take_heading(cmark_node* node, bool enters) {
    const ParagraphLines lines = lines_of(node);
    Event& event = begin(MarkdownPart::heading, enters);
    event.number = cmark_node_get_heading_level(node);
    event.offset = lines_.begin(lines.first) + static_cast<std::size_t>(lines.column - 1);
    if (enters) locator_.begin(lines);
  }

  // cmark reports the line of a link's end; the line of its first child is that of its start.
  std::size_t locate(cmark_node* node, std::string_view openings, std::string_view words,
                     std::string_view destination) {
    cmark_node* first = cmark_node_first_child(node);
    const int line = first != nullptr ? cmark_node_get_start_line(first) : 0;
    if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_TEXT) words = literal(first);
    return locator_.locate(line > 0 ? line : cmark_node_get_start_line(node), cmark_node_get_start_column(node),
                           openings, words, destination);
  }

  void take_link(cmark_node* node, bool enters) {
    const std::string_view url = text_or_empty(cmark_node_get_url(node));
    Event& event = begin(MarkdownPart::link, enters);
    if (!enters) {
      event.number = open_links_.back();
      open_links_.pop_back();
      return;
    }
    event.number = static_cast<int>(document_.links.size());
    open_links_.push_back(event.number);
    // <https://…> has its address as its only text, like [https://…](https://…): the source distinguishes them.
    cmark_node* first = cmark_node_first_child(node);
    const bool is_its_text = first != nullptr && cmark_node_next(first) == nullptr && !literal(first).empty() &&
                             url.ends_with(literal(first));
    event.offset = locate(node, is_its_text ? "[<" : "[", {}, url);
    document_.links.push_back({.destination = std::string(url),
                               .title = std::string(text_or_empty(cmark_node_get_title(node))),
                               .is_empty = has_no_words(first),
                               .is_automatic = lines_.text().substr(event.offset).starts_with('<'),
                               .position = {}});
  }

  void take_image(cmark_node* node, bool enters) {
    Event& event = begin(MarkdownPart::image, enters);
    if (!enters) return;
    const std::string_view url = text_or_empty(cmark_node_get_url(node));
    event.number = static_cast<int>(document_.images.size());
    event.offset = locate(node, "!", {}, url);
    document_.images.push_back({.destination = std::string(url),
                                .alternative = {},
                                .title = std::string(text_or_empty(cmark_node_get_title(node))),
                                .position = {}});
  }

  const SourceLines lines_;
  InlineLocator locator_;
  MarkdownDocument document_;
  std::vector<int> open_links_;
  int quotes_ = 0;
};

}  // namespace

MarkdownDocument read_markdown_tree(std::string_view text) {
  // CMARK_OPT_SOURCEPOS also makes cmark count the lines inside code and raw HTML.
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_SOURCEPOS), cmark_node_free);
  return TreeReader(text).read(root.get());
}

}  // namespace causerie
