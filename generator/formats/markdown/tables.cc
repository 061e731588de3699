#include "formats/markdown/tables.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"

namespace causerie {
namespace {

// Returns the end of the code span that begins at `at`, or the end of its backticks if nothing closes it.
std::size_t end_of_code(std::string_view line, std::size_t at) {
  const std::size_t opening = std::min(line.find_first_not_of('`', at), line.size());
  for (std::size_t i = line.find('`', opening); i < line.size(); i = line.find('`', i)) {
    const std::size_t end = std::min(line.find_first_not_of('`', i), line.size());
    if (end - i == opening - at) return end;
    i = end;
  }
  return opening;
}

enum class PipesInCode { separate, belong_to_code };

// Returns the cells between unescaped pipes; a pipe at either end of the line does not add an empty cell.
std::vector<std::string_view> split_cells(std::string_view line, PipesInCode pipes) {
  line = trim(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '`' && pipes == PipesInCode::belong_to_code) {
      i = end_of_code(line, i) - 1;
    } else if (line[i] == '|') {
      cells.push_back(trim(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (begin < line.size()) cells.push_back(trim(line.substr(begin)));
  return cells;
}

// Returns the cells of a line in a table of so many columns.
std::vector<std::string_view> cells_of(std::string_view line, std::size_t columns) {
  std::vector<std::string_view> cells = split_cells(line, PipesInCode::separate);
  if (cells.size() <= columns || line.find('`') == std::string_view::npos) return cells;
  return split_cells(line, PipesInCode::belong_to_code);
}

std::optional<Alignment> alignment_of(std::string_view cell) {
  const bool left = cell.starts_with(':');
  if (left) cell.remove_prefix(1);
  const bool right = cell.ends_with(':');
  if (right) cell.remove_suffix(1);
  if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
  if (left && right) return Alignment::center;
  return left ? Alignment::left : right ? Alignment::right : Alignment::none;
}

// Returns the columns that a line of `---` describes; empty if it is not such a line.
std::vector<Alignment> columns_of(std::string_view line) {
  if (line.find('|') == std::string_view::npos) return {};
  if (line.find_first_not_of("|:- \t") != std::string_view::npos) return {};
  std::vector<Alignment> columns;
  for (const std::string_view cell : split_cells(line, PipesInCode::separate)) {
    const auto alignment = alignment_of(cell);
    if (!alignment) return {};
    columns.push_back(*alignment);
  }
  return columns;
}

class TableRewriter {
 public:
  TableRewriter(const SourceLines& lines, MarkdownPlaceholders& placeholders, std::vector<Table>& tables,
                std::vector<PlacedFault>& faults)
      : lines_(lines), placeholders_(placeholders), tables_(tables), faults_(faults), rewriting_(lines.text()) {}

  void take(const ParagraphLines& paragraph) {
    for (int line = paragraph.first + 1; line <= paragraph.last; ++line) {
      const std::vector<Alignment> columns = columns_of(content(paragraph, line));
      if (columns.empty()) continue;
      const std::size_t heads = cells_of(content(paragraph, line - 1), columns.size()).size();
      if (heads != columns.size()) {
        add_fault("broken-table", content(paragraph, line),
                  "this is not shown as a table: its head has " + counted(heads, "cell") + ", and the line below it " +
                      std::to_string(columns.size()),
                  "write as many '---' as the head has cells");
        continue;
      }
      replace(paragraph, line - 1, columns);
      return;
    }
  }

  Rewriting finish() {
    rewriting_.finish();
    return std::move(rewriting_);
  }

 private:
  static std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
  }

  void add_fault(DiagnosticCode code, std::string_view at, std::string message, std::string hint) {
    const auto offset = static_cast<std::size_t>(at.data() - lines_.text().data());
    faults_.push_back({{code, std::move(message), std::move(hint), {}, false}, offset});
  }

  std::string_view content(const ParagraphLines& paragraph, int line) const {
    const std::size_t at = lines_.content_of(paragraph, line);
    const std::size_t end = lines_.begin(line) + lines_.line(line).size();
    return lines_.text().substr(at, end - std::min(at, end));
  }

  void replace(const ParagraphLines& paragraph, int header, const std::vector<Alignment>& columns) {
    tables_.push_back({columns, {}});
    std::string indent(
        lines_.text().substr(lines_.begin(paragraph.first), static_cast<std::size_t>(paragraph.column - 1)));
    for (char& c : indent) {
      if (c != '>' && c != '\t') c = ' ';  // a list marker is replaced by spaces after the first line
    }
    for (int line = header; line <= paragraph.last; ++line) {
      const bool is_indented = line == paragraph.first;
      rewriting_.keep_until(is_indented ? lines_.content_of(paragraph, line) : lines_.begin(line));
      if (line != header + 1) replace_row(content(paragraph, line), indent, is_indented);
      rewriting_.skip_until(lines_.begin(line + 1));
    }
  }

  void replace_row(std::string_view row, const std::string& indent, bool is_indented) {
    Table& table = tables_.back();
    std::vector<std::string_view> cells = cells_of(row, table.columns.size());
    if (cells.size() > table.columns.size()) {
      add_fault("wide-row", cells[table.columns.size()],
                "this row has " + counted(cells.size(), "cell") + ", but the head of the table has " +
                    std::to_string(table.columns.size()) + ": the rest is shown in the last cell",
                "add a column to the head, or write '\\|' for a '|' that does not separate cells");
      const char* end = cells.back().data() + cells.back().size();
      std::string_view& last = cells[table.columns.size() - 1];
      last = std::string_view(last.data(), static_cast<std::size_t>(end - last.data()));
      cells.resize(table.columns.size());
    }
    const std::size_t missing = table.columns.size() - std::min(table.columns.size(), cells.size());
    added_cells_ += missing;
    if (missing == 0 || added_cells_ <= most_added_cells) cells.resize(table.columns.size());
    if (cells.empty()) cells.resize(1);
    table.cells_of_row.push_back(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0 || !is_indented) rewriting_.put(indent);
      rewriting_.put("# " +
                     placeholders_.add({.part = MarkdownPart::cell_placeholder,
                                        .written = {},
                                        .before = {},
                                        .after = {},
                                        .name = {},
                                        .table = static_cast<int>(tables_.size()) - 1}) +
                     ' ');
      keep_cell(cells[i]);
      rewriting_.put(" #\n");
    }
  }

  void keep_cell(std::string_view cell) {
    if (cell.empty()) return;
    const auto begin = static_cast<std::size_t>(cell.data() - lines_.text().data());
    rewriting_.skip_until(begin);
    for (auto pipe = cell.find("\\|"); pipe != std::string_view::npos; pipe = cell.find("\\|", pipe + 2)) {
      rewriting_.keep_until(begin + pipe);
      rewriting_.skip_until(begin + pipe + 1);
    }
    rewriting_.keep_until(begin + cell.size());
  }

  // Short rows are padded, but many short rows below a wide header must not make the text grow quadratically.
  static constexpr std::size_t most_added_cells = 20000;

  const SourceLines& lines_;
  MarkdownPlaceholders& placeholders_;
  std::vector<Table>& tables_;
  std::vector<PlacedFault>& faults_;
  Rewriting rewriting_;
  std::size_t added_cells_ = 0;
};

}  // namespace

Rewriting rewrite_tables(const SourceLines& lines, const std::vector<ParagraphLines>& paragraphs,
                         MarkdownPlaceholders& placeholders, std::vector<Table>& tables,
                         std::vector<PlacedFault>& faults) {
  TableRewriter rewriter(lines, placeholders, tables, faults);
  if (placeholders.are_usable() && lines.text().find('|') != std::string_view::npos) {
    for (const ParagraphLines& paragraph : paragraphs) rewriter.take(paragraph);
  }
  return rewriter.finish();
}

void assemble_tables(Events& events, const std::vector<Table>& tables) {
  if (tables.empty()) return;
  Events out;
  out.reserve(events.size());
  std::size_t row = 0;
  std::size_t column = 0;
  const Table* table = nullptr;  // of the open cell
  for (std::size_t i = 0; i < events.size(); ++i) {
    Event& event = events[i];
    if (is_enter(event, MarkdownPart::heading) && is_leaf(events[i + 1], MarkdownPart::cell_placeholder)) {
      table = &tables[static_cast<std::size_t>(events[++i].number)];
      if (row == 0 && column == 0) out.push_back({.part = MarkdownPart::table, .step = Step::enter});
      if (column == 0) out.push_back({.part = MarkdownPart::row, .step = Step::enter, .flag = row == 0});
      out.push_back({.part = MarkdownPart::cell,
                     .step = Step::enter,
                     .flag = row == 0,
                     .number = static_cast<int>(table->columns[column]),
                     .offset = event.offset});
    } else if (table != nullptr && is_exit(event, MarkdownPart::heading)) {
      out.push_back({.part = MarkdownPart::cell, .step = Step::exit, .flag = row == 0});
      const Table& whole = *std::exchange(table, nullptr);
      if (++column < whole.cells_of_row[row]) continue;
      out.push_back({.part = MarkdownPart::row, .step = Step::exit, .flag = row == 0});
      column = 0;
      if (++row < whole.cells_of_row.size()) continue;
      out.push_back({.part = MarkdownPart::table, .step = Step::exit});
      row = 0;
    } else {
      out.push_back(std::move(event));
    }
  }
  events = std::move(out);
}

}  // namespace causerie
