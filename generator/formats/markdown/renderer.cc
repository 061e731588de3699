#include "formats/markdown/renderer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/byte_set.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr int deepest = 100;

bool is_emphasis(const Event& event) {
  return event.part == MarkdownPart::emphasis || event.part == MarkdownPart::strong;
}

class Renderer {
 public:
  Renderer(const MarkdownDocument& document, const RenderOptions& options) : document_(document), options_(options) {}

  void take(const Event& event) {
    switch (event.step) {
      case Step::leaf:
        leaf(event);
        is_after_call_ = event.part == MarkdownPart::call;
        return;
      case Step::enter:
        is_after_call_ = is_after_call_ && is_emphasis(event);
        if (++depth_ <= deepest) enter(event);
        return;
      case Step::exit:
        is_after_call_ = is_after_call_ && is_emphasis(event);
        if (depth_-- <= deepest) exit(event);
        return;
    }
  }

  // The texts of a whole site are kept in memory, so unused capacity is released.
  HollowHtml finish() {
    out_.html.shrink_to_fit();
    out_.holes.shrink_to_fit();
    return std::move(out_);
  }

 private:
  void enter(const Event& event) {
    switch (event.part) {
      case MarkdownPart::quote:
        return block("<blockquote>\n");
      case MarkdownPart::list:
        return begin_list(event);
      case MarkdownPart::item:
        return block(event.flag ? "<li class=\"task\">" : "<li>");
      case MarkdownPart::definitions:
        return block("<dl>\n");
      case MarkdownPart::term:
        return block("<dt>");
      case MarkdownPart::definition:
        return block("<dd>");
      case MarkdownPart::callout:
        block("<aside class=\"callout ");
        escape(event.text);
        return put("\" role=\"note\">\n");
      case MarkdownPart::callout_title:
        return block("<p class=\"callout-title\">");
      case MarkdownPart::figure:
        return block("<figure>");
      case MarkdownPart::table:
        return begin_table();
      case MarkdownPart::row:
        return begin_row(event);
      case MarkdownPart::cell:
        return begin_cell(event);
      case MarkdownPart::footnotes:
        return block("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
      case MarkdownPart::footnote:
        return begin_footnote(event);
      case MarkdownPart::paragraph:
        return begin_paragraph(event);
      case MarkdownPart::heading:
        return begin_heading(event);
      case MarkdownPart::emphasis:
        return put("<em>");
      case MarkdownPart::strong:
        return put("<strong>");
      case MarkdownPart::strike:
        return put("<del>");
      case MarkdownPart::task:  // the label gives the box its name, without words in a language
        return put(event.flag ? "<label><input type=\"checkbox\" checked disabled> "
                              : "<label><input type=\"checkbox\" disabled> ");
      case MarkdownPart::link:
        return begin_link(event);
      default:
        return;
    }
  }

  void exit(const Event& event) {
    switch (event.part) {
      case MarkdownPart::quote:
        return block("</blockquote>\n");
      case MarkdownPart::list:
        --lists_;
        return put(event.flag ? "</ol>\n" : "</ul>\n");
      case MarkdownPart::item:
        return put("</li>\n");
      case MarkdownPart::definitions:
        return put("</dl>\n");
      case MarkdownPart::term:
        return put("</dt>\n");
      case MarkdownPart::definition:
        return put("</dd>\n");
      case MarkdownPart::callout:
        return block("</aside>\n");
      case MarkdownPart::figure:
        return end_figure(event);
      case MarkdownPart::table:
        return put(has_body_ ? "</tbody>\n</table></div>\n" : "</table></div>\n");
      case MarkdownPart::row:
        return put(event.flag ? "</tr>\n</thead>\n" : "</tr>\n");
      case MarkdownPart::cell:
        return put(event.flag ? "</th>\n" : "</td>\n");
      case MarkdownPart::footnotes:
        return put("</ol>\n</div>\n");
      case MarkdownPart::footnote:
        return end_footnote(event);
      case MarkdownPart::callout_title:
        return put("</p>\n");
      case MarkdownPart::paragraph:
        return event.flag ? void() : put("</p>\n");
      case MarkdownPart::heading:
        put("</h");
        put(std::to_string(event.number));
        return put(">\n");
      case MarkdownPart::emphasis:
        return put("</em>");
      case MarkdownPart::strong:
        return put("</strong>");
      case MarkdownPart::strike:
        return put("</del>");
      case MarkdownPart::task:
        return put("</label>");
      case MarkdownPart::link:
        return options_.links == LinkStyle::holes ? hole(HoleKind::link_close, event.number) : put("</a>");
      default:
        return;
    }
  }

  void leaf(const Event& event) {
    switch (event.part) {
      case MarkdownPart::text:
        return escape(event.text);
      case MarkdownPart::code:
        put("<code>");
        escape(event.text);
        return put("</code>");
      case MarkdownPart::code_block:
        return code_block(event);
      case MarkdownPart::html_block:
        begin_line();
        raw(event);
        return begin_line();
      case MarkdownPart::html:
        return raw(event);
      case MarkdownPart::rule:
        return block(options_.is_plain ? "<hr />\n" : "<hr>\n");
      case MarkdownPart::soft_break:
        return put("\n");
      case MarkdownPart::line_break:
        return put(options_.is_plain ? "<br />\n" : "<br>\n");
      case MarkdownPart::image:
        return image(event);
      case MarkdownPart::call:
        return call(event);
      case MarkdownPart::word:
        return hole(HoleKind::word, event.number);
      case MarkdownPart::anchor:
        block("<span");
        own_id(event.text);
        return put("></span>\n");
      default:
        return;
    }
  }

  void put(std::string_view html) { out_.html += html; }
  void begin_line() {
    if (!out_.html.empty() && out_.html.back() != '\n') out_.html += '\n';
  }
  void block(std::string_view html) {
    begin_line();
    put(html);
  }
  void hole(HoleKind kind, int index = 0) { out_.holes.push_back({kind, out_.html.size(), index}); }

  // An apostrophe needs no escape, neither in text nor in double quotes, which all our attributes have.
  void escape(std::string_view text) {
    static constexpr ByteSet escaped("&<>\"");
    std::size_t done = 0;
    for (std::size_t i = escaped.find_in(text); i < text.size(); i = escaped.find_in(text, done)) {
      put(text.substr(done, i - done));
      put(text[i] == '&' ? "&amp;" : text[i] == '<' ? "&lt;" : text[i] == '>' ? "&gt;" : "&quot;");
      done = i + 1;
    }
    put(text.substr(done));
  }

  void attribute(std::string_view name, std::string_view value) {
    put(" ");
    put(name);
    put("=\"");
    escape(value);
    put("\"");
  }

  void begin_list(const Event& event) {
    block(event.flag ? "<ol" : "<ul");
    if (event.flag && event.number != 1) attribute("start", std::to_string(event.number));
    own_direction();
    put(">\n");
    ++lists_;
  }

  void begin_paragraph(const Event& event) {
    if (event.flag) return;
    block("<p");
    if (!event.text.empty()) attribute("class", event.text);
    own_direction();
    put(">");
  }

  // A list has one direction, because its markers are on one side.
  void own_direction() {
    if (options_.has_own_directions && lists_ == 0) put(" dir=\"auto\"");
  }

  // A group that can be scrolled with the keyboard, so it needs a name. It is no region: each of those is a landmark.
  // Finished HTML has no words in the page's language.
  void begin_table() {
    block("<div class=\"table\"");
    if (options_.links == LinkStyle::holes) {
      put(" role=\"group\" aria-label=\"");
      hole(HoleKind::word, static_cast<int>(ProseWord::table));
      put("\"");
    }
    put(" tabindex=\"0\"");
    own_direction();
    put("><table>\n");
  }

  void begin_heading(const Event& event) {
    block("<h");
    put(std::to_string(event.number));
    if (!options_.is_plain) own_id(event.text);
    put(">");
  }

  void own_id(std::string_view id) {
    put(" id=\"");
    hole(HoleKind::id_prefix);
    escape(id);
    put("\"");
  }
  void own_link(std::string_view id) {
    put(" href=\"");
    hole(HoleKind::own_page);
    put("#");
    hole(HoleKind::id_prefix);
    put(id);
    put("\"");
  }

  void begin_cell(const Event& event) {
    put(event.flag ? "<th scope=\"col\"" : "<td");
    switch (static_cast<Alignment>(event.number)) {
      case Alignment::none:
        break;
      case Alignment::left:
        put(" class=\"align-left\"");
        break;
      case Alignment::center:
        put(" class=\"align-center\"");
        break;
      case Alignment::right:
        put(" class=\"align-right\"");
        break;
    }
    put(">");
  }

  void begin_row(const Event& event) {
    if (event.flag) put("<thead>\n");
    if (!event.flag && !has_body_) put("<tbody>\n");
    has_body_ = !event.flag;
    put("<tr>\n");
  }

  void end_figure(const Event& event) {
    if (!event.text.empty()) {
      put("<figcaption>");
      escape(event.text);
      put("</figcaption>");
    }
    put("</figure>\n");
  }

  void code_block(const Event& event) {
    const std::string_view info = document_.infos[static_cast<std::size_t>(event.number)];
    // Any white space would begin another class, and entities can produce any kind of it.
    const auto end =
        std::find_if(info.begin(), info.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    const std::string_view language(info.begin(), end);
    block(options_.is_plain ? "<pre><code" : "<pre tabindex=\"0\"><code");  // scrollable, so focusable by keyboard
    if (!language.empty()) {
      put(" class=\"language-");
      escape(language);
      put("\"");
    }
    put(">");
    escape(event.text);
    put("</code></pre>\n");
  }

  void raw(const Event& event) {
    if (options_.raw != nullptr) options_.raw->push_back({out_.html.size(), out_.html.size() + event.text.size()});
    const std::string_view html = event.text;
    std::size_t done = 0;
    if (event.number > 0) {
      for (const RawHole& raw_hole : document_.raw[static_cast<std::size_t>(event.number) - 1]) {
        put(html.substr(done, raw_hole.begin - done));
        const char before = out_.html.empty() ? ' ' : out_.html.back();
        const bool is_quoted = before == '"' || before == '\'' || !raw_hole.is_whole;
        if (!is_quoted) put("\"");
        hole(raw_hole.kind, raw_hole.index);
        if (raw_hole.kind == HoleKind::id_prefix) put(html.substr(raw_hole.begin, raw_hole.end - raw_hole.begin));
        if (!is_quoted) put("\"");
        done = raw_hole.end;
      }
    }
    put(html.substr(done));
  }

  void begin_link(const Event& event) {
    if (options_.links == LinkStyle::holes) return hole(HoleKind::link_open, event.number);
    const ProseLink& link = document_.links[static_cast<std::size_t>(event.number)];
    put("<a href=\"");
    put(written_address(link.destination));
    put("\"");
    if (!link.title.empty()) attribute("title", link.title);
    if (options_.links == LinkStyle::finished_nofollow) put(" rel=\"nofollow ugc noopener\"");
    put(">");
  }

  void image(const Event& event) {
    if (options_.links == LinkStyle::holes) return hole(HoleKind::image, event.number);
    const ProseImage& image = document_.images[static_cast<std::size_t>(event.number)];
    put("<img src=\"");
    put(written_address(image.destination));
    put("\"");
    attribute("alt", image.alternative);
    if (!image.title.empty()) attribute("title", image.title);
    put(options_.is_plain ? " />" : ">");
  }

  static std::string call_id(int note, int ordinal) {
    return "fnref-" + std::to_string(note) + (ordinal > 1 ? "-" + std::to_string(ordinal) : "");
  }

  // A comma separates a call from one directly before it: "4,5", not "45".
  void call(const Event& event) {
    if (is_after_call_) put("<sup>,</sup>");
    put("<sup class=\"footnote-call\"><a");
    own_id(call_id(event.number, event.ordinal));
    own_link("fn-" + std::to_string(event.number));
    put(" role=\"doc-noteref\">");
    put(std::to_string(event.number));
    put("</a></sup>");
  }

  void begin_footnote(const Event& event) {
    put("<li");
    own_id("fn-" + std::to_string(event.number));
    put(">\n");
  }

  // The back links are at the end of the footnote's last paragraph, or in a new one if it does not end with a
  // paragraph.
  void end_footnote(const Event& event) {
    static constexpr std::string_view end = "</p>\n";
    begin_line();
    if (out_.html.ends_with(end)) {
      out_.html.resize(out_.html.size() - end.size());
    } else {
      put("<p>");
    }
    const int calls = document_.calls_of_footnote[static_cast<std::size_t>(event.number)];
    for (int ordinal = 1; ordinal <= calls; ++ordinal) {
      if (!out_.html.ends_with("<p>")) put(" ");
      put("<a class=\"footnote-back\"");
      own_link(call_id(event.number, ordinal));
      put(" role=\"doc-backlink\"");
      put(" aria-label=\"");
      hole(HoleKind::word, static_cast<int>(ProseWord::back_to_text));
      if (ordinal > 1) put(" " + std::to_string(ordinal));
      put("\">↩");
      if (ordinal > 1) put("<sup>" + std::to_string(ordinal) + "</sup>");
      put("</a>");
    }
    put("</p>\n</li>\n");
  }

  const MarkdownDocument& document_;
  const RenderOptions& options_;
  HollowHtml out_;
  int depth_ = 0;
  int lists_ = 0;               // open ones
  bool is_after_call_ = false;  // nothing but emphasis begins or ends after it
  bool has_body_ = false;       // the current table has body rows
};

}  // namespace

HollowHtml render_events(const MarkdownDocument& document, std::span<const Event> events,
                         const RenderOptions& options) {
  Renderer renderer(document, options);
  for (const Event& event : events) renderer.take(event);
  return renderer.finish();
}

}  // namespace causerie
