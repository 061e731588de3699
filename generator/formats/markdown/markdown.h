// Markdown to prose: pieces of finished HTML with holes for what only the site knows.
//
// CommonMark 0.30 (through cmark) and beside it footnotes, pipe tables, figures, typographic quotes, callouts and
// `<!-- more -->`. Parsing cannot fail and knows nothing of the site: each text is parsed once, and the essay page, the
// feed and a summary fill its holes each in their own way.
#pragma once

#include <string>
#include <string_view>

#include "formats/markdown/prose.h"

namespace causerie {

struct MarkdownOptions {
  bool is_untrusted = false;    // a reader's text: see below
  bool shows_raw_html = true;   // false: raw HTML appears as text (markdown.raw_html: escape)
  bool is_smart = true;         // typographic quotes, dashes and ellipses
  std::string language = "en";  // whose quotes
  int top_heading_level = 2;    // `#` anywhere moves all headings down so that the highest is this one
};

// The text must be valid UTF-8 with `\n` line ends; control characters have been replaced before.
//
// Ids: a heading's is the slug of its text ("section" where none is left), `-2`, `-3` where it is taken on the page,
// by a raw id too; none begins with `comment`, `fn` or `nav` (such get `h-`). Footnotes are numbered in the order of
// their first call: `fn-1` the note, `fnref-1` its first call, `fnref-1-2` its second. All ids, those of raw HTML
// too, are behind an id_prefix hole, and so is our own `href="#`; one in raw HTML is an address.
//
// Untrusted text: raw HTML is text; images are links; a link is http, https or mailto after decoding, with
// rel="nofollow ugc noopener", else it keeps its words alone; headings are paragraphs of class "heading"; there are no
// ids, footnotes (`[^1]` stays as written, its definition too) or callouts; `links`, `images` and `headings` are empty.
Prose parse_markdown(std::string_view text, const MarkdownOptions&);

// The same HTML without anything to fill: what CommonMark's own specification expects. For its examples in the tests.
std::string commonmark_html(std::string_view text);

// Whether a stranger's link may lead there, judged after entities, percent escapes, blanks and control characters are
// decoded: http, https or (if allowed) mailto, with a host or address behind it.
bool is_safe_destination(std::string_view destination, bool allows_mail);

}  // namespace causerie
