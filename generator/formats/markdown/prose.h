// A parsed text: finished HTML with holes for what only the site knows, and what the site needs to fill them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_codes.h"
#include "base/span.h"

namespace causerie {

enum class HoleKind {
  id_prefix,  // before an id or in a link to one: makes ids unique if several texts share a page
  link_open,  // `index` into links: becomes `<a …>`, `<span …>` or nothing
  link_close,
  image,     // `index` into images: becomes `<img …>`
  word,      // `index` is a ProseWord, in text or in an attribute
  address,   // `index` into addresses: an attribute value in raw HTML, between its quotes
  own_page,  // before the `#` of our own link to an id: the page's address if the text is shown elsewhere
};

// Words that the HTML needs in the page's language.
enum class ProseWord { note, tip, important, warning, caution, back_to_text, table };
inline constexpr std::string_view prose_word_keys[] = {"note",    "tip",          "important", "warning",
                                                       "caution", "back_to_text", "table"};

struct Hole {
  HoleKind kind = HoleKind::id_prefix;
  std::size_t offset = 0;  // in `html`; ascending
  int index = 0;
  bool operator==(const Hole&) const = default;
};

struct HollowHtml {
  std::string html;
  std::vector<Hole> holes;
  bool operator==(const HollowHtml&) const = default;
};

// A link as written. Trusted text only: in untrusted text, links are finished or removed.
struct ProseLink {
  std::string destination;  // entities and escapes decoded by Markdown's rules, percent escapes kept
  std::string title;
  bool is_empty = false;      // no text between the brackets: the target's title is used
  bool is_automatic = false;  // <https://…>, or a bare address
  Position position;          // of its `[` in the text, or `<`
  bool operator==(const ProseLink&) const = default;
};

struct ProseImage {
  std::string destination;
  std::string alternative;  // as plain text
  std::string title;        // empty if it became a figure's caption
  Position position;
  bool operator==(const ProseImage&) const = default;
};

// An address in raw HTML (`src`, `href`, `poster`, `data`, or one in `srcset`) that is a reference or on this site.
struct ProseAddress {
  std::string destination;
  Position position;
  bool operator==(const ProseAddress&) const = default;
};

struct ProseHeading {
  int level = 2;  // as shown, 2 to 6
  std::string id;
  std::string text;  // as plain text
  std::string html;  // inline, without links, footnote calls, images and ids: for a table of contents
  Position position;
  bool operator==(const ProseHeading&) const = default;
};

// True if the destination is a reference by its scheme: `series:next`, `essay:roots`, `comment:c1`.
bool is_reference(std::string_view destination);

// True if only the writer's own computer can have it: `C:\photos\a.png`, `file:///home/ann/a.png`.
bool is_local_path(std::string_view destination);

// A fault in the text. The position is relative to the text; the caller adds the file and the text's position in it.
struct ProseFault {
  DiagnosticCode code;
  std::string message;
  std::string hint;
  Position position;
  bool is_error = false;
  bool operator==(const ProseFault&) const = default;
};

// A tag of another program's templates that was left in the text.
enum class TemplateTagKind { liquid_tag, liquid_output, hugo_shortcode, attributes, wikilink, shortcode, module };

struct ProseTemplateTag {
  TemplateTagKind kind = TemplateTagKind::liquid_tag;
  Position position;
  std::string written;  // its first line
  bool operator==(const ProseTemplateTag&) const = default;
};

struct Prose {
  HollowHtml body;  // with footnotes at the end: <div class="footnotes" role="doc-endnotes">
  // Inline HTML: the content before `<!-- more -->`, else whole sentences of the first paragraph up to about 300
  // characters; no footnote calls, images, line breaks or ids. Trusted text only.
  HollowHtml summary;
  std::vector<ProseLink> links;
  std::vector<ProseImage> images;
  std::vector<ProseAddress> addresses;
  std::vector<ProseAddress> requests;   // what raw HTML requests from other hosts; local addresses in its CSS
  std::vector<ProseAddress> raw_links;  // links to other hosts in raw HTML that people follow
  std::vector<ProseHeading> headings;
  // Other places that a fragment may name, each once: ids in raw HTML, earlier ids of headings, names of `<a name>`.
  std::vector<std::string> raw_ids;
  // A call without its footnote, a footnote without a call or defined twice, an id that is duplicate or reserved, a
  // literal `**`, a row of a table with too many cells, a table that is none. Only an id written for two headings is an
  // error.
  std::vector<ProseFault> faults;
  std::vector<ProseTemplateTag> template_tags;  // not in code; trusted text only
  bool has_raw_html = false;                    // `body` contains raw HTML of the writer
  int words = 0;                                // for the reading time; two CJK characters count as one word
  bool operator==(const Prose&) const = default;
};

}  // namespace causerie
