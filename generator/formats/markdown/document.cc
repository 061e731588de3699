#include "formats/markdown/document.h"

#include <utility>

#include "formats/markdown/locations.h"
#include "formats/markdown/tables.h"

namespace causerie {
namespace {

bool has_place(const Event& event) {
  return event.part == MarkdownPart::link || event.part == MarkdownPart::image || event.part == MarkdownPart::heading ||
         event.part == MarkdownPart::html || event.part == MarkdownPart::html_block ||
         event.part == MarkdownPart::code_block || is_enter(event, MarkdownPart::paragraph);
}

}  // namespace

MarkdownDocument read_document(std::string_view text, const MarkdownOptions& options,
                               MarkdownPlaceholders& placeholders) {
  const Rewriting marked = insert_placeholders(text, !options.is_untrusted, options.is_smart, placeholders);
  MarkdownDocument document = read_markdown_tree(marked.text());
  std::vector<Table> tables;
  const SourceLines lines(marked.text());
  std::vector<PlacedFault> faults;
  const Rewriting tabled = rewrite_tables(lines, document.paragraphs, placeholders, tables, faults);
  if (!tables.empty()) document = read_markdown_tree(tabled.text());
  for (PlacedFault& fault : faults) fault.offset = marked.origin_of(fault.offset);
  document.faults = std::move(faults);
  for (Event& event : document.events) {
    if (!has_place(event)) continue;
    event.offset = marked.origin_of(tables.empty() ? event.offset : tabled.origin_of(event.offset));
  }
  placeholders.resolve(document);
  assemble_tables(document.events, tables);
  return document;
}

}  // namespace causerie
