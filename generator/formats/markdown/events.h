// A Markdown text as one flat list of what begins and ends in it.
//
// Everything between cmark and the finished HTML works on this list: each addition to CommonMark is a pass that
// rewrites it. A flat list is processed by a loop, so deep nesting needs no recursion.
#pragma once

#include <string>
#include <vector>

#include "formats/markdown/prose.h"

namespace causerie {

enum class MarkdownPart : unsigned char {
  // blocks that contain blocks
  quote,
  list,
  item,
  callout,
  figure,
  definitions,
  definition,
  table,
  row,
  footnotes,
  footnote,
  // blocks that contain inline content
  paragraph,
  heading,
  cell,
  callout_title,
  term,
  // leaf blocks; `more` can be inline too
  code_block,
  html_block,
  rule,
  more,
  // inline parts that contain inline content; an image becomes a leaf
  emphasis,
  strong,
  strike,
  task,
  link,
  image,
  // inline leaves
  text,
  code,
  html,
  soft_break,
  line_break,
  call,
  word,
  anchor,
  footnote_placeholder,
  definition_placeholder,
  cell_placeholder
};

enum class Step : unsigned char { enter, exit, leaf };

// The meaning of `number`, `flag` and `text` depends on the part:
//   list         first number · is ordered
//   item         -            · is a task
//   task         -            · is done
//   paragraph    -            · is tight (no <p>)  · a class
//   heading      level        · -                  · id; before finish_headings: `{#id}` as written, or nothing
//   anchor       -            · -                  · id: an earlier id of the heading after it
//   row          -            · is the header
//   cell         Alignment    · is in the header
//   code_block   index into infos
//   html_block, html   1 + index into raw, 0 for none
//   link, image  index into links, images
//   call         a placeholder's index, then the footnote's number; `ordinal`: which call of that footnote
//   note         the footnote's number
//   word         a ProseWord
//   footnote_placeholder   a placeholder's index
//   cell_placeholder   a table's index
//   callout      its kind in `text`
//   figure       its caption in `text`, on exit
struct Event {
  MarkdownPart part = MarkdownPart::text;
  Step step = Step::leaf;
  bool flag = false;
  int number = 0;
  int ordinal = 0;
  std::size_t offset = 0;  // in the parsed text; later in the text as written
  std::string text{};      // entities and escapes decoded
};
using Events = std::vector<Event>;

enum class Alignment { none, left, center, right };

// The location of a paragraph in the parsed text; lines and columns (in bytes) are 1-based.
struct ParagraphLines {
  int first = 0;
  int last = 0;
  int column = 0;
  int quotes = 0;  // number of enclosing block quotes
};

// An attribute value in raw HTML that becomes a hole: an id, or an address (`index` into addresses).
struct RawHole {
  HoleKind kind = HoleKind::address;
  std::size_t begin = 0;
  std::size_t end = 0;
  int index = 0;
  bool is_whole = true;  // the range is the whole value, so it may need quotes
};

// A fault with its offset in the parsed text, later in the text as written.
struct PlacedFault {
  ProseFault fault;
  std::size_t offset = 0;
};

struct MarkdownDocument {
  Events events;
  std::vector<ProseLink> links;
  std::vector<ProseImage> images;
  std::vector<std::string> infos;  // of code blocks
  std::vector<std::vector<RawHole>> raw;
  std::vector<int> calls_of_footnote;  // indexed by footnote number; 0 is unused
  std::vector<ParagraphLines> paragraphs;
  std::vector<PlacedFault> faults;
};

inline bool is_enter(const Event& event, MarkdownPart part) { return event.part == part && event.step == Step::enter; }
inline bool is_exit(const Event& event, MarkdownPart part) { return event.part == part && event.step == Step::exit; }
inline bool is_leaf(const Event& event, MarkdownPart part) { return event.part == part && event.step == Step::leaf; }

}  // namespace causerie
