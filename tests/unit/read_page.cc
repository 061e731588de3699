#include "read_page.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "base/text.h"
#include "formats/html.h"

namespace causerie {

namespace {

using Document = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

Document parse_page(std::string_view page) {
  return {gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()),
          [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }};
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (node->type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool has_class(const GumboNode* node, std::string_view name) {
  const auto classes = split(attribute(node, "class"), ' ');
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

// Visits every node in document order, parents first; calls `leave` after an element's content.
void walk(const GumboNode* root, const std::function<void(const GumboNode*)>& enter,
          const std::function<void(const GumboNode*)>& leave) {
  std::vector<std::pair<const GumboNode*, unsigned>> stack{{root, 0}};
  enter(root);
  while (!stack.empty()) {
    const auto [node, next] = stack.back();
    const bool has_children = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (has_children && next < node->v.element.children.length) {
      ++stack.back().second;
      const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[next]);
      enter(child);
      stack.push_back({child, 0});
    } else {
      leave(node);
      stack.pop_back();
    }
  }
}

}  // namespace

std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const auto from = text.find(begin);
  if (from == std::string_view::npos) return "";
  const auto to = text.find(end, from + begin.size());
  if (to == std::string_view::npos) return "";
  return std::string(text.substr(from + begin.size(), to - from - begin.size()));
}

std::vector<ShownComment> shown_comments(std::string_view page) {
  const Document document = parse_page(page);
  std::vector<ShownComment> comments;
  std::vector<std::size_t> open;  // indices of the comments whose elements are open
  int elements = 0;               // elements open inside the innermost open comment
  std::vector<int> outside;       // previous values of `elements`
  const auto is_comment = [](const GumboNode* node) { return attribute(node, "id").starts_with("comment-"); };
  const auto text_inside = [&](const GumboNode* node) {
    const auto& element = node->v.element;
    const auto begin = element.start_pos.offset + element.original_tag.length;
    return text_of_html(page.substr(begin, element.end_pos.offset - begin));
  };
  const auto enter = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    ++elements;
    if (is_comment(node)) {
      ShownComment comment;
      comment.id = attribute(node, "id").substr(8);
      comment.parent = open.empty() ? "" : comments[open.back()].id;
      comment.level = static_cast<int>(open.size()) + 1;
      comment.elements_around = elements;
      comment.is_tombstone = has_class(node, "tombstone");
      comment.is_by_author = has_class(node, "by-author");
      outside.push_back(elements);
      elements = 0;
      open.push_back(comments.size());
      comments.push_back(std::move(comment));
    } else if (!open.empty()) {
      ShownComment& comment = comments[open.back()];
      if (has_class(node, "p-author")) comment.name = text_inside(node);
      if (node->v.element.tag == GUMBO_TAG_A && attribute(node, "href").starts_with("#comment-") &&
          !has_class(node, "u-url") && comment.reply_to.empty() && !comment.is_tombstone) {
        comment.reply_to = text_inside(node);
      }
      if (comment.is_tombstone && node->v.element.tag == GUMBO_TAG_P && elements == 1)
        comment.tombstone = text_inside(node);
    }
  };
  const auto leave = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (is_comment(node)) {
      open.pop_back();
      elements = outside.back();
      outside.pop_back();
    }
    --elements;
  };
  walk(document->root, enter, leave);
  return comments;
}

std::string conversation_view(std::string_view page) {
  std::string view;
  for (const ShownComment& comment : shown_comments(page)) {
    view += std::string(static_cast<std::size_t>(comment.level - 1) * 2, ' ') + "- " + comment.id + ": ";
    view += comment.is_tombstone ? "(" + comment.tombstone + ")" : comment.name;
    if (comment.is_by_author) view += ", the author";
    if (!comment.reply_to.empty()) view += ", " + comment.reply_to;
    view += "\n";
  }
  return view;
}

// The content of the lower of the two navigations: "next Title -> href" and so on.
std::string navigation_view(std::string_view page) {
  const std::string onward = between(page, "<nav class=\"series onward\"", "</nav>");
  const std::string location = between(page, "<nav class=\"series place\"", "</nav>");
  std::string view = std::string(trim(text_of_html(between(location, "<p>", "</p>")))) + "\n";
  for (const std::string_view line : lines_of(onward)) {
    const std::string href = between(line, "href=\"", "\"");
    const std::string text(trim(text_of_html(line)));
    if (line.find("rel=\"next\"") != std::string_view::npos || line.find("rel=\"prev\"") != std::string_view::npos) {
      view += fmt::format("{} {} -> {}\n", between(line, "rel=\"", "\""), text, href);
    } else if (line.starts_with("<p class=\"title\"><span class=\"forthcoming\">")) {
      view += fmt::format("next {} (forthcoming)\n", text);
    } else if (line.starts_with("<li>")) {
      const std::string number = between(line, "<span class=\"number\">", "</span>");
      const bool is_current = line.find("aria-current=\"page\"") != std::string_view::npos;
      const bool is_planned = line.find("class=\"forthcoming\"") != std::string_view::npos;
      std::string rest = text.substr(std::min(text.size(), number.size()));
      view += fmt::format("- {}{}{}{}{}\n", number, rest.empty() ? "" : " ", rest, is_current ? " (here)" : "",
                          is_planned || href.empty() ? "" : " -> " + href);
    }
  }
  return view;
}

namespace {

// Splits `a.ref[rel=next]` before each `.`, `#` and `[`.
bool matches(const GumboNode* node, std::string_view simple) {
  const auto end = std::min(simple.find_first_of(".#["), simple.size());
  const std::string_view tag = simple.substr(0, end);
  if (!tag.empty() && tag != gumbo_normalized_tagname(node->v.element.tag)) return false;
  for (std::size_t begin = end; begin < simple.size();) {
    const char kind = simple[begin];
    const auto next = kind == '[' ? simple.find(']', begin) + 1  // a value may contain all of these
                                  : std::min(simple.find_first_of(".#[", begin + 1), simple.size());
    std::string_view word = simple.substr(begin + 1, next - begin - 1);
    begin = next;
    if (kind == '.' && !has_class(node, word)) return false;
    if (kind == '#' && attribute(node, "id") != word) return false;
    if (kind != '[') continue;
    word.remove_suffix(1);
    const auto equals = word.find('=');
    const std::string name(word.substr(0, equals));
    if (gumbo_get_attribute(&node->v.element.attributes, name.c_str()) == nullptr) return false;
    if (equals != std::string_view::npos && attribute(node, name.c_str()) != word.substr(equals + 1)) return false;
  }
  return true;
}

}  // namespace

std::vector<Selected> selected(std::string_view page, std::string_view selector) {
  const Document document = parse_page(page);
  const auto steps = split(selector, ' ');
  std::vector<Selected> found;
  std::vector<std::size_t> met{0};  // matched steps, not counting the last, for each open element
  const auto enter = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const std::size_t before = met.back();
    if (before + 1 == steps.size() && matches(node, steps.back())) {
      const auto& element = node->v.element;
      const auto begin = element.start_pos.offset + element.original_tag.length;
      const bool has_end = element.end_pos.offset > begin;
      const std::string text = has_end ? text_of_html(page.substr(begin, element.end_pos.offset - begin)) : "";
      Selected& one = found.emplace_back(Selected{{}, std::string(trim(text))});
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* each = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        one.attributes.emplace(each->name, each->value);
      }
    }
    met.push_back(before + 1 < steps.size() && matches(node, steps[before]) ? before + 1 : before);
  };
  const auto leave = [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_ELEMENT) met.pop_back();
  };
  walk(document->root, enter, leave);
  return found;
}

std::string PageElement::shown() const {
  std::string text = "<" + name;
  for (const auto& [key, value] : attributes) text += fmt::format(" {}=\"{}\"", key, value);
  return text + ">";
}

std::vector<PageElement> elements_inside(std::string_view page, std::string_view id) {
  const Document document = parse_page(page);
  std::vector<PageElement> elements;
  int depth = 0;  // inside the element
  const auto enter = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (depth > 0) {
      PageElement& element = elements.emplace_back(PageElement{gumbo_normalized_tagname(node->v.element.tag), {}});
      if (element.name.empty()) element.name = "unknown";
      const GumboVector& list = node->v.element.attributes;
      for (unsigned i = 0; i < list.length; ++i) {
        const auto* one = static_cast<const GumboAttribute*>(list.data[i]);
        element.attributes.emplace(one->name, one->value);
      }
    }
    if (depth > 0 || attribute(node, "id") == id) ++depth;
  };
  const auto leave = [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_ELEMENT && depth > 0) --depth;
  };
  walk(document->root, enter, leave);
  return elements;
}

}  // namespace causerie
