// Pipe tables, as on GitHub.
//
// A table is recognised in a paragraph: a line of cells, a line with as many `---`, then a row for each remaining line.
// GFM separates cells at every unescaped `|` and drops those beyond the last column. Here no word is dropped: if a line
// has too many cells, a `|` inside code does not separate them, and what is still left over is shown in the last cell.
// cmark parses the cells too: each is replaced by a one-line heading with a placeholder, because a heading needs no
// blank line around it and can contain any inline content. So a text with tables is parsed twice.
#pragma once

#include <string>
#include <vector>

#include "formats/markdown/locations.h"
#include "formats/markdown/placeholders.h"

namespace causerie {

struct Table {
  std::vector<Alignment> columns;
  std::vector<std::size_t> cells_of_row;  // the header row first
};

// Returns the text with its tables replaced, and adds the tables to `tables`, in order. Adds a fault to `faults` for
// each row with too many cells, and for each line of `---` that does not fit the line before it.
Rewriting rewrite_tables(const SourceLines& lines, const std::vector<ParagraphLines>& paragraphs,
                         MarkdownPlaceholders& placeholders, std::vector<Table>& tables,
                         std::vector<PlacedFault>& faults);

// Turns the headings with placeholders into tables, rows and cells.
void assemble_tables(Events& events, const std::vector<Table>& tables);

}  // namespace causerie
