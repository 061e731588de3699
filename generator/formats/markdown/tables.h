// Pipe tables, as on GitHub.
//
// A table is recognised in a paragraph: a line of cells, a line with as many `---`, then a row for each remaining line.
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

// Returns the text with its tables replaced, and adds the tables to `tables`, in order.
Rewriting rewrite_tables(const SourceLines& lines, const std::vector<ParagraphLines>& paragraphs,
                         MarkdownPlaceholders& placeholders, std::vector<Table>& tables);

// Turns the headings with placeholders into tables, rows and cells.
void assemble_tables(Events& events, const std::vector<Table>& tables);

}  // namespace causerie
