// Pipe tables, as GitHub writes them.
//
// A table is known by its paragraph: a line of cells, a line of `---` with as many, then a row for each line left.
// Cells are read by cmark too: the table's lines are replaced by a heading of one line for each cell, marked as such,
// because a heading needs no blank line around it and holds words whatever they look like. So a text with tables is
// read twice.
#pragma once

#include <string>
#include <vector>

#include "formats/markdown/locations.h"
#include "formats/markdown/placeholders.h"

namespace causerie {

struct Table {
  std::vector<Alignment> columns;
  std::vector<std::size_t> cells_of_row;  // the header's first
};

// The lines with their tables replaced; `tables` is what was found, in order.
Rewriting rewrite_tables(const SourceLines& lines, const std::vector<ParagraphLines>& paragraphs,
                         MarkdownPlaceholders& placeholders, std::vector<Table>& tables);

// Makes tables, rows and cells of the marked headings.
void assemble_tables(Events& events, const std::vector<Table>& tables);

}  // namespace causerie
