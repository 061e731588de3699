// Converts Markdown to prose: finished HTML with holes for what only the site knows.
//
// CommonMark 0.30 (through cmark), plus footnotes, pipe tables, bare addresses as links, `~~`, task lists, definition
// lists, figures, callouts, typographic quotes and a marker for the end of the summary (`<!-- more -->`). Parsing
// cannot fail and does not depend on the site: each text is parsed once, and the essay page, the feed and summaries
// fill its holes in different ways.
#pragma once

#include <string>
#include <string_view>

#include "formats/markdown/prose.h"

namespace causerie {

struct MarkdownOptions {
  bool is_untrusted = false;    // text by a reader: see below
  bool restricts_html = false;  // untrusted: raw HTML is restricted (untrusted_html.h) instead of shown as text
  bool shows_raw_html = true;   // if false, raw HTML is shown as text (markdown.raw_html: escape)
  bool is_smart = true;         // typographic quotes, dashes and ellipses
  std::string language = "en";  // selects the quotation marks
  int top_heading_level = 2;    // headings are moved down until the highest has this level
};

// REQUIRES: valid UTF-8 with `\n` line ends; the caller has replaced control characters.
//
// Ids: a heading's id is the slug of its text ("section" if that is empty), with `-2`, `-3` … appended if the id is
// taken on the page, also by raw HTML. Slugs that begin with `comment`, `fn` or `nav` get the prefix `h-`. Footnotes
// are numbered in the order of their first call: `fn-1` is the footnote, `fnref-1` its first call, `fnref-1-2` its
// second. An id_prefix hole is in front of every id, including those in raw HTML, and after the `#` of our own
// `href="#…"`; an href in raw HTML is an address hole.
//
// Untrusted text: raw HTML is shown as text or restricted, and `has_raw_html` is true if that would change what readers
// see (so for `<b>`, not for `vector<int>`); images become links; a link must be http, https or mailto after decoding
// and gets rel="nofollow ugc noopener", else only its text is kept; headings become paragraphs of class "heading";
// there are no ids, footnotes (`[^1]` and its definition stay as written), callouts or definition lists; `links`,
// `images` and `headings` are empty.
Prose parse_markdown(std::string_view text, const MarkdownOptions&);

// Returns a title, which is plain text, with the typographic quotes, dashes and ellipses of a language. `--option` is
// not a dash.
std::string typographic_title(std::string_view title, std::string_view language);

// Returns HTML without holes, as in the examples of the CommonMark specification. For tests of those.
std::string commonmark_html(std::string_view text);

// True if a link in untrusted text may lead to `destination`: http, https or (if allowed) mailto, followed by a host or
// address. Checked as written, and again after decoding entities and percent escapes (destinations.cc).
bool is_safe_destination(std::string_view destination, bool allows_mail);

}  // namespace causerie
