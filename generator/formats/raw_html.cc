#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

#include "base/text.h"
#include "formats/css.h"
#include "formats/html.h"
#include "formats/html_events.h"
#include "formats/html_references.h"

namespace causerie {
namespace {

// gumbo frees its tree recursively and searches all open elements at each tag, so elements nested deeper than this are
// not read. Browsers stop nesting at 512.
constexpr int deepest_element = 2000;

// False for void elements and for those that the next of their kind closes.
bool stays_open(std::string_view name) {
  static constexpr std::array names = {"area",   "base",  "br", "col",  "dd",    "dt",     "embed", "hr",
                                       "img",    "input", "li", "link", "meta",  "option", "p",     "param",
                                       "source", "td",    "th", "tr",   "track", "wbr"};
  return std::none_of(names.begin(), names.end(), [&](const char* each) { return ascii_iequals(each, name); });
}

// Returns the longest prefix that does not nest deeper than `deepest`.
std::string_view shallow(std::string_view fragment, int deepest) {
  int depth = 0;
  for (auto tag = fragment.find('<'); tag != std::string_view::npos; tag = fragment.find('<', tag + 1)) {
    std::size_t end = tag + 1;
    const bool closes = end < fragment.size() && fragment[end] == '/';
    if (closes) ++end;
    const std::size_t name = end;
    while (end < fragment.size() && std::isalnum(static_cast<unsigned char>(fragment[end])) != 0) ++end;
    if (end == name || !stays_open(fragment.substr(name, end - name))) continue;
    depth = closes ? std::max(0, depth - 1) : depth + 1;
    if (depth > deepest) return fragment.substr(0, tag);
  }
  return fragment;
}

// Returns the element in which to parse the fragment, because parts of a table are ignored outside of one.
GumboTag context_of(std::string_view fragment) {
  const std::string_view rest = trim(fragment);
  std::size_t end = 1;
  while (end < rest.size() && std::isalnum(static_cast<unsigned char>(rest[end])) != 0) ++end;
  const std::string name = rest.starts_with('<') ? ascii_lower(rest.substr(1, end - 1)) : "";
  if (name == "td" || name == "th") return GUMBO_TAG_TR;
  if (name == "tr") return GUMBO_TAG_TBODY;
  if (name == "tbody" || name == "thead" || name == "tfoot" || name == "caption" || name == "colgroup")
    return GUMBO_TAG_TABLE;
  if (name == "col") return GUMBO_TAG_COLGROUP;
  return GUMBO_TAG_BODY;
}

class AddressScanner {
 public:
  explicit AddressScanner(std::string_view fragment) : fragment_(fragment) {}

  std::vector<RawAttribute> scan(const GumboNode* root) {
    std::vector<const GumboNode*> waiting{root};
    while (!waiting.empty()) {
      const GumboNode* node = waiting.back();
      waiting.pop_back();
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
      const GumboElement& element = node->v.element;
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        take(element, *static_cast<const GumboAttribute*>(element.attributes.data[i]));
      }
      if (element.tag == GUMBO_TAG_STYLE) take_stylesheet(element);
      for (unsigned i = 0; i < element.children.length; ++i) {
        waiting.push_back(static_cast<const GumboNode*>(element.children.data[i]));
      }
    }
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    // The parser repeats some elements (formatting across blocks) that are in the source once.
    const auto same = [](const auto& a, const auto& b) { return a.begin == b.begin; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
  }

 private:
  void take(const GumboElement& element, const GumboAttribute& attribute) {
    const std::string_view name = attribute.name;
    const bool is_anchor = name == "name" && element.tag == GUMBO_TAG_A;
    const bool is_wanted = name == "id" || is_anchor || name == "srcset" || name == "src" || name == "href" ||
                           name == "poster" || name == "style" || (name == "data" && element.tag == GUMBO_TAG_OBJECT);
    const char* begin = attribute.original_value.data;
    std::size_t length = attribute.original_value.length;
    if (!is_wanted || begin == nullptr || length == 0) return;
    if (begin < fragment_.data() || begin + length > fragment_.data() + fragment_.size()) return;
    const bool is_quoted = *begin == '"' || *begin == '\'';
    if (is_quoted) {
      if (length <= 2) return;
      ++begin;
      length -= 2;
    }
    const auto offset = static_cast<std::size_t>(begin - fragment_.data());
    if (name == "srcset" && is_quoted) return take_addresses({begin, length}, offset);
    if (name == "style") return take_style(attribute.value, offset, length);
    const bool is_fetched = name != "id" && !is_anchor && (name != "href" || fetches_href(element));
    found_.push_back({std::string(name), attribute.value, offset, offset + length, true, is_fetched});
  }

  // True if a browser requests the href: SVG elements except <a>, and some kinds of <link>. It does not request links
  // that people follow.
  static bool fetches_href(const GumboElement& element) {
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) return element.tag != GUMBO_TAG_A;
    if (element.tag != GUMBO_TAG_LINK) return false;
    const GumboAttribute* relation = gumbo_get_attribute(&element.attributes, "rel");
    const std::string words = relation == nullptr ? "" : " " + ascii_lower(relation->value) + " ";
    static constexpr std::array fetched = {" stylesheet ", " preload ",      " modulepreload ", " prefetch ",
                                           " preconnect ", " dns-prefetch ", " manifest ",      "icon "};
    return std::any_of(fetched.begin(), fetched.end(),
                       [&](const char* word) { return words.find(word) != std::string::npos; });
  }

  // In an attribute the offsets are approximate after character references.
  void take_style(std::string_view css, std::size_t offset, std::size_t length) {
    for (const CssAddress& address : css_addresses(css)) {
      const std::size_t begin = std::min(address.begin, length), end = std::min(address.end, length);
      found_.push_back({"style", address.text, offset + begin, offset + end, false, true});
    }
  }

  void take_stylesheet(const GumboElement& element) {
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      const GumboStringPiece& css = child->v.text.original_text;
      if (child->type != GUMBO_NODE_TEXT && child->type != GUMBO_NODE_WHITESPACE) continue;
      if (css.data < fragment_.data() || css.data + css.length > fragment_.data() + fragment_.size()) continue;
      take_style({css.data, css.length}, static_cast<std::size_t>(css.data - fragment_.data()), css.length);
    }
  }

  // Parses a comma-separated list of addresses, each optionally followed by white space and a width or density.
  void take_addresses(std::string_view list, std::size_t offset) {
    static constexpr std::string_view blanks = " \t\n\f\r";
    std::size_t at = 0;
    while ((at = list.find_first_not_of(" \t\n\f\r,", at)) != std::string_view::npos) {
      std::size_t end = std::min(list.find_first_of(blanks, at), list.size());
      const bool ends_candidate = list[end - 1] == ',';
      std::size_t address_end = end;
      while (address_end > at && list[address_end - 1] == ',') --address_end;
      found_.push_back(
          {"srcset", unescape_html(list.substr(at, address_end - at)), offset + at, offset + address_end, false, true});
      at = ends_candidate ? end : std::min(list.find(',', end), list.size());
    }
  }

  std::string_view fragment_;
  std::vector<RawAttribute> found_;
};

}  // namespace

std::vector<RawAttribute> scan_raw_html(std::string_view fragment) {
  const std::string_view read = shallow(fragment, deepest_element);
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = context_of(read);
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, read.data(), read.size());
  std::vector<RawAttribute> found = AddressScanner(read).scan(output->root);
  gumbo_destroy_output(&options, output);
  return found;
}

namespace {

std::string_view view_of(const GumboStringPiece& piece) {
  return piece.data == nullptr ? std::string_view() : std::string_view(piece.data, piece.length);
}

std::string attribute_of(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string() : std::string(trim(attribute->value));
}

HtmlEvent start_event(const GumboElement& element) {
  const bool is_html = element.tag_namespace == GUMBO_NAMESPACE_HTML;
  HtmlEvent event{.step = HtmlStep::start, .written = view_of(element.original_tag)};
  event.is_unknown = is_html && element.tag == GUMBO_TAG_UNKNOWN;
  if (!is_html || event.is_unknown) return event;
  event.name = gumbo_normalized_tagname(element.tag);
  event.address = attribute_of(element, element.tag == GUMBO_TAG_A ? "href" : "src");
  if (element.tag == GUMBO_TAG_IMG) event.alternative = attribute_of(element, "alt");
  return event;
}

HtmlEvent text_event(const GumboNode& node) {
  if (node.type == GUMBO_NODE_COMMENT)
    return {.step = HtmlStep::comment, .written = view_of(node.v.text.original_text)};
  return {.text = node.v.text.text};
}

void add_events(const GumboNode* root, std::vector<HtmlEvent>& events) {
  struct Open {
    const GumboElement* element;
    unsigned next_child = 0;
    HtmlEvent end;
  };
  std::vector<Open> open{{&root->v.element, 0, {}}};
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next_child == top.element->children.length) {
      if (open.size() > 1) events.push_back(std::move(top.end));
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(top.element->children.data[top.next_child++]);
    if (child.type != GUMBO_NODE_ELEMENT && child.type != GUMBO_NODE_TEMPLATE) {
      events.push_back(text_event(child));
      continue;
    }
    const GumboElement& element = child.v.element;
    events.push_back(start_event(element));
    HtmlEvent end{.step = HtmlStep::end, .written = view_of(element.original_end_tag)};
    end.name = events.back().name;
    end.is_unknown = events.back().is_unknown;
    open.push_back({&element, 0, std::move(end)});
  }
}

}  // namespace

std::optional<std::vector<HtmlEvent>> html_events(std::string_view fragment) {
  constexpr int deepest = 400;
  if (shallow(fragment, deepest).size() < fragment.size()) return std::nullopt;
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  GumboOutput* const output = gumbo_parse_with_options(&options, fragment.data(), fragment.size());
  std::vector<HtmlEvent> events;
  add_events(output->root, events);
  gumbo_destroy_output(&options, output);
  return events;
}

bool is_html_element(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())) != GUMBO_TAG_UNKNOWN;
}

std::string decode_reference(std::string_view reference) {
  if (reference.size() < 3) return std::string(reference);  // `&` alone is the most common
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_TITLE;  // an element of text and references alone
  GumboOutput* const output = gumbo_parse_with_options(&options, reference.data(), reference.size());
  std::string text;
  const GumboVector& children = output->root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_WHITESPACE) text += child.v.text.text;
  }
  gumbo_destroy_output(&options, output);
  return text;
}

}  // namespace causerie
