// Fuzzes Markdown with Causerie's additions: the writer's, the writer's with raw HTML as text, and untrusted.
#include "formats/markdown/markdown.h"

#include <algorithm>
#include <array>

#include "content/source_text.h"
#include "formats/markdown/plain_text.h"
#include "fuzz/promises.h"
#include "unit/comment_attacks.h"

namespace causerie::fuzz {
namespace {

// Every source location that a check uses is within the text.
void check_plain(const PlainText& plain, std::string_view text, Faults& faults) {
  for (const auto& words : plain.paragraphs) {
    for (const PlainWord& word : words) {
      if (word.offset > word.end || word.end > text.size()) faults.push_back("a word out of the text");
      if (word.link >= static_cast<int>(plain.links.size())) faults.push_back("a word of no link");
    }
  }
  for (const std::size_t at : plain.signs) {
    if (text.substr(std::min(at, text.size()), 2) != "**") faults.push_back("asterisks where none are");
  }
  for (const AlmostLink& link : plain.almost_links) {
    if (link.offset > link.end || link.end > text.size()) faults.push_back("an almost-link out of the text");
  }
  for (const auto* offsets : {&plain.lists, &plain.images_without_alt}) {
    for (const std::size_t at : *offsets) {
      if (at >= text.size()) faults.push_back("a place out of the text");
    }
  }
}

Faults attempt(std::string_view bytes) {
  Faults faults;
  Diagnostics unread;
  const auto text = text_from_bytes(std::string(bytes), "text.md", unread);
  if (!text) return faults;
  check_plain(read_plain_text(*text), *text, faults);
  MarkdownOptions options;
  check_prose(parse_markdown(*text, options), *text, faults);
  options.shows_raw_html = false;
  options.language = "fr";
  check_prose(parse_markdown(*text, options), *text, faults);
  options.is_untrusted = true;
  const Prose prose = parse_markdown(*text, options);
  check_prose(prose, *text, faults);
  check_untrusted_html(prose.body.html, faults);
  if (!prose.links.empty() || !prose.images.empty() || !prose.headings.empty() || !prose.body.holes.empty())
    faults.push_back("a stranger's link, image, heading or id that the site would fill");
  return faults;
}

constexpr std::string_view seed_files[] = {"content/**.md"};
constexpr auto attacks = [] {
  std::array<std::string_view, std::size(comment_attacks)> texts;
  std::copy(std::begin(comment_attacks), std::end(comment_attacks), texts.begin());
  return texts;
}();
constexpr std::string_view tokens[] = {"[^1]",
                                       "[^1]: ",
                                       "| a | b |\n",
                                       "|---|:-:|\n",
                                       "> [!NOTE]\n",
                                       "<!-- more -->",
                                       "![](a.png)",
                                       "[](series:next)",
                                       "](",
                                       "![",
                                       "**",
                                       "__",
                                       "```\n",
                                       "~~~ x\n",
                                       "    ",
                                       "> ",
                                       "- ",
                                       "1. ",
                                       "# ",
                                       "===\n",
                                       "---\n",
                                       "<script>",
                                       "</p>",
                                       "<img src=\"a",
                                       "<a href=",
                                       " srcset=\"",
                                       "id=\"a\"",
                                       "<![CDATA[",
                                       "<?",
                                       "<!X",
                                       "-->",
                                       "&#x41;",
                                       "&amp;",
                                       "&#0;",
                                       "\\",
                                       "\"",
                                       "'",
                                       "...",
                                       "--",
                                       "<https://a.example>",
                                       "https://a.example/*_",
                                       "www.a.example",
                                       "~~",
                                       "- [ ] ",
                                       "- [x] ",
                                       "\n: ",
                                       "Term\n: ",
                                       " {#a}\n",
                                       "<a name=\"a\">",
                                       "{% a %}",
                                       "{{< a >}}",
                                       "[[a]]",
                                       "[gallery a]",
                                       "`|`",
                                       "[a]: <b> 'c'\n",
                                       "\xE3\x80\x82",
                                       "\xCC\x81",
                                       "\xF0\x9F\x98\x80",
                                       "javascript:",
                                       "  \n"};

}  // namespace

const Target markdown = {.name = "markdown",
                         .attempt = attempt,
                         .seed_files = seed_files,
                         .examples = "markdown.md",
                         .seeds = attacks,
                         .tokens = tokens};

}  // namespace causerie::fuzz
