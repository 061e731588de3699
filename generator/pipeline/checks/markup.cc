// Reports Markdown results that the writer cannot have intended.
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

void note_signs(const CheckedText& checked, Diagnostics& diagnostics) {
  const std::vector<ProseFault>& faults = checked.essay().body.prose.faults;
  for (const std::size_t offset : checked.plain.signs) {
    const SourceLocation location = checked.location(offset, offset + 2);
    const bool is_said = std::any_of(faults.begin(), faults.end(), [&](const ProseFault& fault) {
      return fault.code == DiagnosticCode("literal-emphasis") &&
             checked.essay().body.location(fault.position).span.begin == location.span.begin;
    });
    if (is_said) continue;
    diagnostics.note("literal-emphasis", location, "readers see these asterisks: they do not make anything bold here")
        .hint(
            "put '**' directly before the first word and directly after the last, in one paragraph; to show asterisks "
            "write '\\*\\*'");
  }
}

void note_lists(const CheckedText& checked, Diagnostics& diagnostics) {
  for (const std::size_t offset : checked.plain.lists) {
    diagnostics
        .note("list-as-code", checked.location(offset, checked.text.size()),
              "this list is shown as code because of its indentation")
        .hint(
            "indent it by fewer than four spaces, or as far as the text of the item that it belongs to; around code "
            "write lines '```'");
  }
}

void note_headings(const CheckedText& checked, Diagnostics& diagnostics) {
  const Passage& body = checked.essay().body;
  int before = 1;  // the title
  for (const ProseHeading& heading : body.prose.headings) {
    const int skipped = heading.level - before - 1;
    if (skipped > 0) {
      diagnostics
          .note("skipped-level", body.location(heading.position, heading.level),
                fmt::format("this heading is more than one level below {}",
                            before == 1 ? "the title" : "the heading before it"))
          .hint(fmt::format("write it with {} fewer '#'", skipped));
    }
    before = heading.level;
  }
}

void note_almost_links(const CheckedText& checked, Diagnostics& diagnostics) {
  for (const AlmostLink& link : checked.plain.almost_links) {
    const SourceLocation location = checked.location(link.offset, link.end);
    (link.is_emphasis ? diagnostics.note("literal-emphasis", location, link.message)
                      : diagnostics.note("almost-link", location, link.message))
        .hint(link.hint);
  }
}

void check_markup(const CheckedText& checked, Diagnostics& diagnostics) {
  note_signs(checked, diagnostics);
  note_almost_links(checked, diagnostics);
  note_lists(checked, diagnostics);
  note_headings(checked, diagnostics);
}

}  // namespace

extern const SiteCheck markup_check;
const SiteCheck markup_check = {.name = "markup", .run_on_text = check_markup};

}  // namespace causerie
