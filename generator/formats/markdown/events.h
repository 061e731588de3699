// A Markdown text as one flat list of what begins and ends in it.
//
// Everything between cmark and the finished HTML works on this list: each addition of ours is a pass that rewrites it.
// A flat list is walked by a loop, so the depth of a text costs nothing.
#pragma once

#include <string>
#include <vector>

#include "formats/markdown/prose.h"

namespace causerie {

enum class MarkdownPart : unsigned char {
  // what holds blocks
  quote,
  list,
  item,
  callout,
  figure,
  table,
  row,
  notes,
  note,
  // what holds words
  paragraph,
  heading,
  cell,
  callout_title,
  // blocks without more inside; `more` stands among words too
  code_block,
  html_block,
  rule,
  more,
  // words that hold words; an image ends as a leaf
  emphasis,
  strong,
  link,
  image,
  // words
  text,
  code,
  html,
  soft_break,
  line_break,
  call,
  word,
  note_placeholder,
  cell_placeholder
};

enum class Step : unsigned char { enter, exit, leaf };

// What `number`, `flag` and `text` hold depends on the part:
//   list         first number · is ordered
//   paragraph    -            · is tight (no <p>)  · a class
//   heading      level        · -                  · id
//   cell         Alignment    · is in the header
//   code_block   index into infos
//   html_block, html   1 + index into raw, 0 for none
//   link, image  index into links, images
//   call         a mark's index, then the note's number; `ordinal`: which call of that note
//   note         its number
//   word         a ProseWord
//   note_placeholder, cell_placeholder   a placeholder's index, a table's index
//   callout      its kind in `text`; figure: its caption
struct Event {
  MarkdownPart part = MarkdownPart::text;
  Step step = Step::leaf;
  bool flag = false;
  int number = 0;
  int ordinal = 0;
  std::size_t offset = 0;  // an offset in the text that was parsed; later in the text as written
  std::string text{};      // literal, entities and escapes decoded
};
using Events = std::vector<Event>;

enum class Alignment { none, left, center, right };

// Where a paragraph stands in the text that was parsed; lines and columns (in bytes) begin at 1.
struct ParagraphLines {
  int first = 0;
  int last = 0;
  int column = 0;
  int quotes = 0;  // how many block quotes it is in
};

// A value in raw HTML that becomes a hole: an id, or an address (`index` into addresses).
struct RawHole {
  HoleKind kind = HoleKind::address;
  std::size_t begin = 0;
  std::size_t end = 0;
  int index = 0;
  bool is_whole = true;  // the value is all there is, so that it may need quotes
};

struct MarkdownDocument {
  Events events;
  std::vector<ProseLink> links;
  std::vector<ProseImage> images;
  std::vector<std::string> infos;  // of code blocks
  std::vector<std::vector<RawHole>> raw;
  std::vector<int> calls_of_note;  // by the note's number, from 1
  std::vector<ParagraphLines> paragraphs;
};

inline bool is_enter(const Event& event, MarkdownPart part) { return event.part == part && event.step == Step::enter; }
inline bool is_exit(const Event& event, MarkdownPart part) { return event.part == part && event.step == Step::exit; }
inline bool is_leaf(const Event& event, MarkdownPart part) { return event.part == part && event.step == Step::leaf; }

}  // namespace causerie
