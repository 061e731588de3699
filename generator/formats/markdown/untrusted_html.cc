#include "formats/markdown/untrusted_html.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "formats/html.h"
#include "formats/html_events.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::string_view marks[] = {"em", "strong", "b", "i", "u", "s", "del", "code", "sub", "sup", "a"};
constexpr std::string_view headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
constexpr std::string_view containers[] = {"blockquote", "pre", "ul", "ol", "li"};
constexpr std::string_view media[] = {"img", "audio", "video", "source"};
constexpr std::string_view shown_as_text[] = {"script", "style", "iframe", "object", "embed"};
// Elements that contain other blocks alone, if they come from Markdown.
constexpr std::string_view structures[] = {"div", "table", "thead", "tbody", "tr", "dl"};
constexpr std::string_view items[] = {"li", "td", "th", "dt", "dd"};
// Elements that no browser shows on the line of the text around them.
constexpr std::string_view unwrapped_blocks[] = {
    "address", "article",  "aside", "body", "caption",    "center", "dd",     "details",   "dialog",  "dir",
    "div",     "dl",       "dt",    "form", "fieldset",   "figure", "footer", "header",    "hgroup",  "html",
    "legend",  "listing",  "main",  "menu", "nav",        "option", "p",      "plaintext", "section", "summary",
    "table",   "textarea", "title", "tr",   "figcaption", "tbody",  "thead",  "tfoot",     "search",  "xmp",
};

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c != U' ' && c != U'\n' && c != U'\t' && c != U'\f' && c != U'\r' && c != U'\u00A0') return false;
  }
  return true;
}

// Writes the allowed part of a tree. Paragraphs and marks are opened only when there is text for them, so the result
// has no empty ones, and a block inside a mark splits it.
class Restricter {
 public:
  Restricter(std::string_view html, std::span<const OffsetRange> raw) : html_(html), raw_(raw) {}

  std::string restricted(const std::vector<HtmlEvent>& events) {
    for (const HtmlEvent& event : events) take(event);
    end_block();
    return std::move(out_);
  }

 private:
  // What the end of an element has to do.
  enum class Opened : unsigned char { nothing, mark, block, container, shown };
  enum class Kind : unsigned char { text, item, list, structure, code };
  struct Container {
    Kind kind = Kind::text;
    std::string_view name;
    bool is_implied = false;
  };
  struct Mark {
    std::string_view name;
    std::string start;
  };

  void take(const HtmlEvent& event) {
    switch (event.step) {
      case HtmlStep::start:
        return opened_.push_back(start(event));
      case HtmlStep::end:
        end(event, opened_.back());
        return opened_.pop_back();
      case HtmlStep::text:
        return text(event.text);
      case HtmlStep::comment:
        if (!event.written.starts_with("<!--")) text(event.written);  // `<?php … ?>`
    }
  }

  // True if the element is from Markdown.
  bool is_own(const HtmlEvent& event) const {
    if (event.written.empty()) return false;
    const auto offset = static_cast<std::size_t>(event.written.data() - html_.data());
    const auto after = std::ranges::upper_bound(raw_, offset, {}, &OffsetRange::begin);
    return after == raw_.begin() || offset >= std::prev(after)->end;
  }

  Opened start(const HtmlEvent& event) {
    const std::string_view name = event.name == "strike" ? "s" : event.name;
    if (event.is_unknown || is_one_of(name, shown_as_text)) {
      text(event.written);
      return Opened::shown;
    }
    const bool is_own = this->is_own(event);
    if (name == "br") {
      ++breaks_;
    } else if (name == "hr") {
      rule();
    } else if (is_one_of(name, media)) {
      show_media(event);
    } else if (name == "input" && is_own) {
      put_text(std::string(event.written));
    } else if (is_one_of(name, marks) || (name == "label" && is_own)) {
      return start_mark(event, name, is_own);
    } else if (name == "p" || is_one_of(name, headings)) {
      start_paragraph(is_own ? std::string(event.written) : paragraph_start(name == "p" ? "" : " class=\"heading\""));
      return Opened::block;
    } else if (may_contain(name, is_own)) {
      return start_container(event, name, is_own);
    } else if (name == "td" || name == "th") {
      needs_space_ = has_text_;
    } else if (is_one_of(name, unwrapped_blocks) || is_one_of(name, containers)) {
      start_paragraph(paragraph_start());
      return Opened::block;
    }
    return Opened::nothing;
  }

  void end(const HtmlEvent& event, Opened opened) {
    switch (opened) {
      case Opened::nothing:
        return;
      case Opened::mark:
        return marks_.pop_back();
      case Opened::block:
        return end_block();
      case Opened::container:
        return end_container();
      case Opened::shown:
        return text(event.written);
    }
  }

  Opened start_mark(const HtmlEvent& event, std::string_view name, bool is_own) {
    if (std::ranges::find(marks_, name, &Mark::name) != marks_.end())
      return Opened::nothing;  // also bounds their number
    std::string start = is_own ? std::string(event.written) : "<" + std::string(name) + ">";
    if (name == "a" && !is_own) {
      if (!is_safe_destination(event.address, true)) return Opened::nothing;
      start = link_start(event.address);
    }
    marks_.push_back({name, std::move(start)});
    return Opened::mark;
  }

  static std::string link_start(std::string_view address) {
    return "<a href=\"" + written_address(address) + "\" rel=\"nofollow ugc noopener\">";
  }

  // An element with a `src` becomes a link to it.
  void show_media(const HtmlEvent& event) {
    const bool is_in_link = std::ranges::find(marks_, "a", &Mark::name) != marks_.end();
    const bool is_link = !is_in_link && is_safe_destination(event.address, false);
    if (is_link) marks_.push_back({"a", link_start(event.address)});
    if (!event.alternative.empty()) {
      text(event.alternative);
    } else if (is_link) {
      text(event.address);
    }
    if (is_link) marks_.pop_back();
  }

  // True if the element is allowed, and allowed here.
  bool may_contain(std::string_view name, bool is_own) const {
    const std::string_view parent = containers_.back().name;
    if (containers_.size() > deepest) return false;
    if (name == "blockquote" || name == "pre" || name == "ul" || name == "ol") return true;
    if (name == "li") return parent == "ul" || parent == "ol" || containers_.back().is_implied;
    if (!is_own) return false;
    if (name == "div" || name == "table" || name == "dl") return true;
    if (name == "thead" || name == "tbody") return parent == "table";
    if (name == "tr") return parent == "thead" || parent == "tbody" || parent == "table";
    if (name == "td" || name == "th") return parent == "tr";
    return (name == "dt" || name == "dd") && parent == "dl";
  }

  static Kind kind_of(std::string_view name) {
    if (name == "ul" || name == "ol") return Kind::list;
    if (name == "pre") return Kind::code;
    if (is_one_of(name, items)) return Kind::item;
    return is_one_of(name, structures) ? Kind::structure : Kind::text;
  }

  Opened start_container(const HtmlEvent& event, std::string_view name, bool is_own) {
    end_block();
    if (containers_.back().kind == Kind::code) return Opened::block;  // `pre` contains no blocks
    if (name == "li") {
      if (containers_.back().is_implied) close_innermost();
    } else if (containers_.back().kind == Kind::list) {
      imply_item();
    }
    begin_line();
    const bool is_list = name == "ul" || name == "ol";
    out_ += is_own          ? std::string(event.written)
            : name == "pre" ? "<pre tabindex=\"0\">"
            : is_list       ? "<" + std::string(name) + own_direction() + ">"
                            : "<" + std::string(name) + ">";
    containers_.push_back({kind_of(name), name});
    has_text_ = false;
    return Opened::container;
  }

  // As in Markdown: each paragraph, or the whole list that it is in, has the direction of its text.
  std::string own_direction() const {
    const bool is_in_list = std::ranges::find(containers_, Kind::list, &Container::kind) != containers_.end();
    return is_in_list ? "" : " dir=\"auto\"";
  }

  std::string paragraph_start(std::string_view attributes = "") const {
    return "<p" + std::string(attributes) + own_direction() + ">";
  }

  void imply_item() {
    begin_line();
    out_ += "<li>";
    containers_.push_back({Kind::item, "li", true});
  }

  void end_container() {
    end_block();
    if (containers_.back().is_implied) close_innermost();
    close_innermost();
  }

  void close_innermost() {
    if (containers_.size() == 1) return;
    out_ += "</" + std::string(containers_.back().name) + ">\n";
    containers_.pop_back();
  }

  void rule() {
    end_block();
    if (containers_.back().kind == Kind::code) return;
    if (containers_.back().kind == Kind::list) imply_item();
    begin_line();
    out_ += "<hr>\n";
  }

  void start_paragraph(std::string tag) {
    end_block();
    paragraph_ = std::move(tag);
  }

  void end_block() {
    const bool is_code = containers_.back().kind == Kind::code;
    while (has_text_ && !is_code && (out_.back() == ' ' || out_.back() == '\n')) out_.pop_back();
    close_marks(0);
    if (is_code && has_text_) begin_line();
    if (is_in_paragraph_) out_ += "</p>\n";
    is_in_paragraph_ = has_text_ = needs_space_ = false;
    paragraph_.clear();
    breaks_ = 0;
  }

  void text(std::string_view text) {
    if (containers_.back().kind != Kind::code && (!has_text_ || breaks_ > 0)) {
      if (is_blank(text)) return;
      text.remove_prefix(std::min(text.find_first_not_of(" \n\t\f\r"), text.size()));
    }
    put_text(escape_html(text));
  }

  void put_text(const std::string& escaped) {
    Kind kind = containers_.back().kind;
    if (kind == Kind::list) {
      imply_item();
      kind = Kind::item;
    }
    const bool wants_paragraph = kind == Kind::text || (kind != Kind::code && !paragraph_.empty());
    if (!is_in_paragraph_ && wants_paragraph) {
      begin_line();
      out_ += paragraph_.empty() ? paragraph_start() : paragraph_;
      is_in_paragraph_ = true;
    }
    close_unwanted_marks();
    if (has_text_ || kind == Kind::code) {
      for (; breaks_ > 0; --breaks_) out_ += kind == Kind::code ? "\n" : "<br>\n";
      if (needs_space_) out_ += ' ';
    }
    breaks_ = 0;
    needs_space_ = false;
    open_marks();
    out_ += escaped;
    has_text_ = true;
  }

  void close_unwanted_marks() {
    std::size_t same = 0;
    while (same < open_.size() && same < marks_.size() && open_[same] == marks_[same].start) ++same;
    close_marks(same);
  }

  void open_marks() {
    for (std::size_t next = open_.size(); next < marks_.size(); ++next) {
      out_ += marks_[next].start;
      open_.push_back(marks_[next].start);
    }
  }

  void close_marks(std::size_t kept) {
    for (; open_.size() > kept; open_.pop_back()) {
      const std::string_view start = open_.back();
      out_ += "</" + std::string(start.substr(1, start.find_first_of(" >") - 1)) + ">";
    }
  }

  void begin_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  static constexpr std::size_t deepest = 100;  // as in renderer.h

  std::string_view html_;
  std::span<const OffsetRange> raw_;
  std::string out_;
  std::vector<Opened> opened_;             // one for each element of the input that is open
  std::vector<Container> containers_{{}};  // open in the output
  std::vector<Mark> marks_;                // wanted around the next text, each name once
  std::vector<std::string> open_;          // start tags of the marks that are open in the output
  std::string paragraph_;                  // start tag of the next paragraph; empty: none was begun
  bool is_in_paragraph_ = false;
  bool has_text_ = false;  // since the last block began
  bool needs_space_ = false;
  int breaks_ = 0;  // line breaks that wait for a text after them
};

}  // namespace

std::optional<std::string> restricted_html(std::string_view html, std::span<const OffsetRange> raw) {
  const auto events = html_events(html);
  if (!events) return std::nullopt;
  return Restricter(html, raw).restricted(*events);
}

std::string restricted_html(std::string_view html) {
  const OffsetRange whole{0, html.size()};
  return restricted_html(html, {&whole, 1}).value_or("<p>" + escape_html(html) + "</p>\n");
}

}  // namespace causerie
