// Fuzzes an essay's file: front matter and the text below it.
#include "base/memory_files.h"
#include "base/text.h"
#include "content/essay.h"
#include "content/source_text.h"
#include "fuzz/promises.h"

namespace causerie::fuzz {
namespace {

constexpr const char* file = "content/clock/02-winding.md";

const SiteFile& site() {
  static const SiteFile read = [] {
    MemoryFiles files;
    files.put("site.yaml", "title: Letters\nauthors:\n  ada: {name: Ada}\ntags: {clocks: {}}\n");
    Diagnostics diagnostics;
    return **read_site_file(files, diagnostics);
  }();
  return read;
}

Faults attempt(std::string_view bytes) {
  Faults faults;
  Diagnostics diagnostics;
  const auto text = text_from_bytes(std::string(bytes), file, diagnostics);
  if (!text) return faults;
  for (const EssayKind kind : {EssayKind::part, EssayKind::page, EssayKind::home}) {
    Essay essay;
    essay.source = file;
    essay.folder = "clock";
    essay.stem = "02-winding";
    essay.kind = kind;
    read_essay(*text, reading_settings(site()), essay, diagnostics);
    const Position begin = essay.body.begin;
    const std::size_t offset = LineIndex(*text).offset_of(begin.line);
    check_prose(essay.body.prose, std::string_view(*text).substr(offset), faults);
    if (essay.slug.find_first_of("/ \n") != std::string::npos) faults.push_back("the slug is '" + essay.slug + "'");
  }
  check_diagnostics(diagnostics, file, *text, faults);
  return faults;
}

constexpr std::string_view seed_files[] = {"content/**.md", "tests/sites/*/input/content/**.md"};
constexpr std::string_view tokens[] = {
    "---\n",      "title: ",      "slug: ",      "part: ",     "date: ",    "updated: ",  "draft: true",
    "listed: no", "id: ",         "tags: [",     "authors: [", "aliases: ", "image: ",    "comments: ",
    "contents: ", "language: fr", "summary: ",   "|\n",        ">-\n",      "params: {",  "&a ",
    "*a",         "!!str ",       "? ",          "\"\\ud83d",  "2026-01-0", "T09:30:00Z", "canonical_url: https://",
    "\xC2\x85",   "\xE2\x80\xA8", "\t",          "- ",         ": ",        "#",          "'",
    "\"",         "\r\n",         "\xEF\xBB\xBF"};

}  // namespace

const Target front_matter = {.name = "front_matter",
                             .attempt = attempt,
                             .seed_files = seed_files,
                             .examples = "front_matter.md",
                             .tokens = tokens};

}  // namespace causerie::fuzz
