// Fuzzes site.yaml.
#include "content/site_file.h"

#include "base/memory_files.h"
#include "content/source_text.h"
#include "fuzz/promises.h"

namespace causerie::fuzz {
namespace {

constexpr const char* file = "site.yaml";
constexpr std::string_view email_keys[] = {"email"};

Faults attempt(std::string_view bytes) {
  Faults faults;
  Diagnostics diagnostics, unread;
  const auto text = text_from_bytes(std::string(bytes), file, unread);
  MemoryFiles files;
  files.put(file, bytes);
  const auto site = read_site_file(files, diagnostics);
  if (!site) return {"memory cannot be read: " + site.failure().reason};
  if (!*site && !diagnostics.has_errors()) faults.push_back("no site, and nobody was told");
  if (!text) return faults;
  check_diagnostics(diagnostics, file, *text, faults);
  if (const auto root = parse_yaml(*text, file, {1, 1}, false, unread))
    check_hidden(addresses_in(*root, email_keys), as_reported(diagnostics), "a message", faults);
  if (!*site) return faults;
  if ((*site)->base_url.ends_with('/')) faults.push_back("the address " + (*site)->base_url);
  if (!(*site)->zone) faults.push_back("no time zone");
  if ((*site)->feed_limit < 1) faults.push_back("a feed of nothing");
  return faults;
}

constexpr std::string_view seed_files[] = {"tests/sites/*/input/site.yaml",
                                           "tests/sites/*/input/content/**/series.yaml"};
constexpr std::string_view seeds[] = {
    "title: Letters\nbase_url: https://example.org/letters/\nlanguage: fr\ntimezone: Europe/Paris\ndescription: "
    "Short.\n"
    "author: {name: Ada, email: ada@example.org, url: https://example.org, bio: |\n    *Writes.*\n  }\n",
    "title: Letters\nauthors:\n  ada: {name: Ada, email: [ada@example.org]}\nmenu:\n  - {label: A, to: /a/}\ntags:\n"
    "  clocks: {slug: clock, title: Clocks, description: '**Time**'}\npermalinks: {essay: '/:year/:slug/'}\n",
    "title: Letters\ncomments: {default: closed, close_after_days: 30, folders: [data/comments]}\nfeeds: {limit: 5}\n"
    "markdown: {raw_html: escape, smart: false}\ntheme: mine\nparams: {colour: red, wide: [1, {a: b}]}\n"};
constexpr std::string_view tokens[] = {"title: ",
                                       "base_url: https://",
                                       "language: ",
                                       "timezone: ",
                                       "author: ",
                                       "authors:\n  ",
                                       "email: ",
                                       "bio: |\n  ",
                                       "menu:\n- ",
                                       "label: ",
                                       "to: ",
                                       "tags: {",
                                       "permalinks: {essay: ",
                                       "/:year/",
                                       ":slug",
                                       "comments: {",
                                       "folders: [",
                                       "feeds: {limit: ",
                                       "markdown: {",
                                       "params: ",
                                       "&a ",
                                       "*a",
                                       "<<: ",
                                       "ada@example.org",
                                       "? ",
                                       "- ",
                                       "|",
                                       ">",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       "'",
                                       "\"",
                                       "\\u",
                                       "#",
                                       "\t",
                                       "---\n",
                                       "...\n",
                                       "!!map ",
                                       "%YAML 1.2\n"};

}  // namespace

const Target site_file = {
    .name = "site_file", .attempt = attempt, .seed_files = seed_files, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
