// A parsed text: finished HTML with holes for what only the site knows, and what the site needs in order to fill them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_codes.h"
#include "base/span.h"

namespace causerie {

enum class HoleKind {
  id_prefix,  // inside an id, or inside a link to one: what makes ids unique where several texts share a page
  link_open,  // `index` into links: becomes `<a …>`, `<span …>` or nothing
  link_close,
  image,     // `index` into images: becomes `<img …>`
  word,      // `index` is a ProseWord, in text or in an attribute
  address,   // `index` into addresses: the value of an attribute in raw HTML, between its quotes
  own_page,  // before the `#` of our own link to an id: the page's address where the text is shown elsewhere
};

// Words that a text needs and does not bring: those of the page's language.
enum class ProseWord { note, tip, important, warning, caution, back_to_text };
inline constexpr std::string_view prose_word_keys[] = {"note",    "tip",     "important",
                                                       "warning", "caution", "back_to_text"};

struct Hole {
  HoleKind kind = HoleKind::id_prefix;
  std::size_t offset = 0;  // in `html`, where the filling goes; ascending
  int index = 0;
  bool operator==(const Hole&) const = default;
};

struct HollowHtml {
  std::string html;
  std::vector<Hole> holes;
  bool operator==(const HollowHtml&) const = default;
};

// A link as written. Trusted text only: in untrusted text links are finished or gone.
struct ProseLink {
  std::string destination;  // entities and escapes decoded by Markdown's rules, percent escapes kept
  std::string title;
  bool is_empty = false;      // no words between the brackets: the target's title goes there
  bool is_automatic = false;  // <https://…>
  Position position;          // of its `[` in the text
  bool operator==(const ProseLink&) const = default;
};

struct ProseImage {
  std::string destination;
  std::string alternative;  // plain text
  std::string title;        // empty where it became a figure's caption
  Position position;
  bool operator==(const ProseImage&) const = default;
};

// A `src`, `href`, `poster` or `data` in raw HTML that is relative, a reference, or begins with `/` or `#`.
struct ProseAddress {
  std::string destination;
  Position position;
  bool operator==(const ProseAddress&) const = default;
};

struct ProseHeading {
  int level = 2;  // as shown, 2 to 6
  std::string id;
  std::string text;  // plain
  std::string html;  // inline, without links, footnote calls, images and ids: for a list of contents
  Position position;
  bool operator==(const ProseHeading&) const = default;
};

// Whether a destination is a reference by its scheme: `series:next`, `essay:roots`, `comment:c1`.
bool is_reference(std::string_view destination);

// Something odd in the text itself; the caller knows the file and adds the place of the text in it.
struct ProseFault {
  DiagnosticCode code;
  std::string message;
  std::string hint;
  Position position;
  bool is_error = false;
  bool operator==(const ProseFault&) const = default;
};

struct Prose {
  HollowHtml body;     // footnotes at its end: <div class="footnotes" role="doc-endnotes">
  HollowHtml summary;  // inline HTML: what stands before `<!-- more -->`, else whole sentences of the first paragraph
                       // up to about 300 characters; no footnote calls, images, line breaks or ids. Trusted text only
  std::vector<ProseLink> links;
  std::vector<ProseImage> images;
  std::vector<ProseAddress> addresses;
  std::vector<ProseAddress> requests;   // what raw HTML asks other hosts for, and what its CSS names here
  std::vector<ProseAddress> raw_links;  // those to other hosts that a person follows in raw HTML
  std::vector<ProseHeading> headings;
  std::vector<std::string> raw_ids;  // ids written in raw HTML, in order
  std::vector<ProseFault> faults;    // a call without its note, a note without a call or written twice, a raw id twice
                                     // or reserved, a literal `**`: none is an error
  bool has_raw_html = false;         // some of what `body` holds is the writer's own HTML
  int words = 0;                     // for the reading time; CJK text counts two characters as a word
  bool operator==(const Prose&) const = default;
};

}  // namespace causerie
