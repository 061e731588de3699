#include "fuzz/promises.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "commands/report.h"
#include "unit/read_page.h"

namespace causerie::fuzz {
namespace {

// The position after the last character of a line is valid: something may be missing there.
bool is_within(const Position& at, const std::vector<std::string_view>& lines) {
  const auto number = static_cast<std::size_t>(at.line);
  if (at.line < 1 || at.column < 1 || number > lines.size()) return false;
  return static_cast<std::size_t>(at.column) <= count_code_points(lines[number - 1]) + 1;
}

bool is_web_or_mail(std::string_view address) {
  const std::string lower = ascii_lower(address.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("mailto:");
}

bool may_have(const PageElement& element, std::string_view name, std::string_view value) {
  static constexpr std::string_view classes[] = {"heading",    "task",         "table",
                                                 "align-left", "align-center", "align-right"};
  const bool is_link = element.name == "a";
  if (name == "class") {
    if (element.name == "code") return value.starts_with("language-");
    return std::find(std::begin(classes), std::end(classes), value) != std::end(classes);
  }
  if (name == "href") return is_link && is_web_or_mail(value) && element.attributes.contains("rel");
  if (name == "rel") return is_link && value == "nofollow ugc noopener";
  if (name == "title") return is_link;
  if (name == "start") return element.name == "ol" && is_digits(value);
  if (name == "scope") return element.name == "th";
  if (name == "dir") return value == "auto";
  return name == "tabindex" && value == "0";
}

// The box of a task, which nobody can change.
bool is_box(const PageElement& element) {
  const auto& attributes = element.attributes;
  const auto type = attributes.find("type");
  const bool is_fixed = type != attributes.end() && type->second == "checkbox" && attributes.contains("disabled");
  return is_fixed && attributes.size() == (attributes.contains("checked") ? 3u : 2u);
}

bool may_stand(const PageElement& element) {
  if (element.name == "input") return is_box(element);
  static constexpr std::string_view names[] = {
      "p",     "em",    "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr",  "br",  "a",   "div",  "table",
      "thead", "tbody", "tr",     "th",   "td",  "b",          "i",  "u",  "s",  "del", "sub", "sup", "label"};
  if (std::find(std::begin(names), std::end(names), element.name) == std::end(names)) return false;
  return std::all_of(element.attributes.begin(), element.attributes.end(),
                     [&](const auto& one) { return may_have(element, one.first, one.second); });
}

void check_holes(const HollowHtml& hollow, const Prose& prose, Faults& faults) {
  std::size_t before = 0;
  const auto size_of = [&](HoleKind kind) {
    switch (kind) {
      case HoleKind::link_open:
      case HoleKind::link_close:
        return prose.links.size();
      case HoleKind::image:
        return prose.images.size();
      case HoleKind::address:
        return prose.addresses.size();
      case HoleKind::word:
        return std::size(prose_word_keys);
      case HoleKind::id_prefix:
      case HoleKind::own_page:
        break;
    }
    return std::size_t{1};
  };
  int open_links = 0;
  for (const Hole& hole : hollow.holes) {
    if (hole.offset < before || hole.offset > hollow.html.size())
      faults.push_back(fmt::format("a hole at {} behind one at {}", hole.offset, before));
    before = hole.offset;
    if (static_cast<std::size_t>(hole.index) >= size_of(hole.kind))
      faults.push_back(fmt::format("a hole for number {} of {}", hole.index, size_of(hole.kind)));
    if (hole.kind == HoleKind::link_open) ++open_links;
    if (hole.kind == HoleKind::link_close) --open_links;
    if (open_links < 0 || open_links > 1) faults.push_back("a link in a link, or an end of none");
  }
  if (open_links != 0) faults.push_back("a link without an end");
  if (first_invalid_byte(hollow.html)) faults.push_back("HTML that is not valid UTF-8");
}

}  // namespace

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at < 2) return false;
  const std::string_view name = text.substr(0, at), host = text.substr(at + 1);
  const auto is_word = [](std::string_view word, std::string_view others) {
    return std::all_of(word.begin(), word.end(), [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
    });
  };
  const auto dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 1 && host.size() - dot > 2 && is_word(name, "._+-") &&
         is_word(host.substr(0, dot), ".-") && is_word(host.substr(dot + 1), "");
}

void check_diagnostics(const Diagnostics& diagnostics, std::string_view file, std::string_view text, Faults& faults) {
  const auto lines = lines_of(text);
  for (const Diagnostic& one : diagnostics.items()) {
    const auto& [begin, end] = one.location.span;
    const bool is_known = one.location.file != file || begin.line == 0 || (is_within(begin, lines) && begin <= end);
    if (!is_known)
      faults.push_back(fmt::format("{}: {}:{} to {}:{} is no place of the text", one.code.name(), begin.line,
                                   begin.column, end.line, end.column));
    bool is_text = !one.message.empty() && !first_invalid_byte(one.message);
    for (const std::string& hint : one.hints) is_text = is_text && !first_invalid_byte(hint);
    if (!is_text) faults.push_back(std::string(one.code.name()) + ": the message is no text");
  }
}

void check_prose(const Prose& prose, std::string_view text, Faults& faults) {
  check_holes(prose.body, prose, faults);
  check_holes(prose.summary, prose, faults);
  const auto lines = lines_of(text);
  const auto check = [&](const Position& location, std::string_view of) {
    if (!is_within(location, lines)) faults.push_back(fmt::format("{} at {}:{}", of, location.line, location.column));
  };
  for (const ProseLink& link : prose.links) check(link.position, "a link");
  for (const ProseImage& image : prose.images) check(image.position, "an image");
  for (const ProseAddress& address : prose.addresses) check(address.position, "an address");
  for (const ProseHeading& heading : prose.headings) check(heading.position, "a heading");
  for (const ProseFault& fault : prose.faults) check(fault.position, fault.code.name());
  for (const ProseTemplateTag& tag : prose.template_tags) check(tag.position, "a tag");
  std::vector<std::string> ids;
  for (const ProseHeading& heading : prose.headings) ids.push_back(heading.id);
  std::sort(ids.begin(), ids.end());
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end()) faults.push_back("two headings with one id");
}

void check_untrusted_html(std::string_view html, Faults& faults) {
  const std::string page =
      "<!DOCTYPE html><body><div id=\"all\"><div id=\"text\">" + std::string(html) + "</div><span></span></div>";
  const std::vector<PageElement> elements = elements_inside(page, "text");
  for (const PageElement& element : elements) {
    if (!may_stand(element)) faults.push_back("a stranger's " + element.shown());
  }
  // The text closes its elements: what follows is not inside any of them.
  const std::vector<PageElement> around = elements_inside(page, "all");
  const bool is_closed = around.size() == elements.size() + 2 && around.back().name == "span";
  if (!is_closed) faults.push_back("an element without an end, or an end too much");
}

std::vector<std::string> addresses_in(const Node& root, std::span<const std::string_view> keys) {
  std::vector<std::string> found;
  std::vector<const Node*> waiting{&root};
  while (!waiting.empty()) {
    const Node& node = *waiting.back();
    waiting.pop_back();
    for (const Node& item : node.items) waiting.push_back(&item);
    for (const NodeEntry& entry : node.entries) {
      waiting.push_back(&entry.value);
      if (std::find(keys.begin(), keys.end(), entry.key.text) == keys.end()) continue;
      const std::string address = ascii_lower(trim(entry.value.text));
      if (entry.value.kind == NodeKind::scalar && is_address(address)) found.push_back(address);
    }
  }
  return found;
}

void check_hidden(const std::vector<std::string>& addresses, std::string_view shown, std::string_view where,
                  Faults& faults) {
  if (addresses.empty()) return;
  const std::string lower = ascii_lower(shown);
  for (const std::string& address : addresses) {
    if (lower.find(address) != std::string::npos) faults.push_back(fmt::format("{} shows {}", where, address));
  }
}

std::string as_reported(const Diagnostics& diagnostics) {
  Answer answer;
  answer.diagnostics = diagnostics;
  return report(answer, {.format = MessageFormat::json}).standard_error;  // the human format reads source files
}

}  // namespace causerie::fuzz
