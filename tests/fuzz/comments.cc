// Fuzzes a comments file, YAML or JSON, read as the writer's own and as a comment service's.
#include <map>

#include "base/text.h"
#include "content/comments/comment_file.h"
#include "content/comments/parsing.h"
#include "content/source_text.h"
#include "fuzz/promises.h"

namespace causerie::fuzz {
namespace {

constexpr const char* file = "content/essays/naps.comments.yaml";

bool is_plain(std::string_view id) {
  return id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
         std::string_view::npos;
}

void check_comment(const Comment& comment, const std::string& html, const std::vector<std::string>& addresses,
                   Faults& faults) {
  if (!is_plain(comment.id) || !is_plain(comment.parent)) faults.push_back("the id '" + comment.id + "'");
  check_untrusted_html(html, faults);
  if (!comment.url.empty() && !is_safe_destination(comment.url, false)) faults.push_back("leads to " + comment.url);
  check_hidden(addresses, comment.id + " " + comment.parent, "an id", faults);
  check_hidden(addresses, comment.author, "a name", faults);
  check_hidden(addresses, comment.url, "a web address", faults);
  check_hidden(addresses, html, "a body", faults);
}

// Ids are unique, and parents form no cycle.
void check_threads(const std::vector<Comment>& comments, Faults& faults) {
  std::map<std::string, const Comment*> by_id;
  for (const Comment& comment : comments) {
    if (!by_id.emplace(ascii_lower(comment.id), &comment).second) faults.push_back("the id '" + comment.id + "' twice");
  }
  for (const Comment& comment : comments) {
    std::size_t steps = 0;
    for (const Comment* at = &comment; at != nullptr && steps <= comments.size(); ++steps) {
      const auto parent = by_id.find(ascii_lower(at->parent));
      at = at->parent.empty() || at->has_lost_parent || parent == by_id.end() ? nullptr : parent->second;
    }
    if (steps > comments.size()) faults.push_back("'" + comment.id + "' answers itself in the end");
  }
}

Faults attempt(std::string_view bytes) {
  Faults faults;
  Diagnostics unread;
  const auto text = text_from_bytes(std::string(bytes), file, unread);
  if (!text) return faults;
  static const Zone zone = *Zone::named("Europe/Paris");
  for (const bool is_foreign : {false, true}) {
    MarkdownOptions options;
    options.is_untrusted = true;
    Diagnostics diagnostics;
    const RawComments raw = parse_comments({.path = file, .text = *text, .is_foreign = is_foreign}, diagnostics);
    std::vector<std::string> addresses;
    for (const auto& comment : raw.comments) {
      for (const std::string& value : comment->addresses) {
        if (const std::string address = ascii_lower(trim(value)); is_address(address)) addresses.push_back(address);
      }
    }
    const ReadComments read =
        read_comments(raw.comments, {.zone = zone, .markdown = options, .private_addresses = {}}, diagnostics);
    for (std::size_t i = 0; i < read.comments.size(); ++i) {
      check_comment(read.comments[i], read.html[i], addresses, faults);
    }
    check_threads(read.comments, faults);
    check_diagnostics(diagnostics, file, *text, faults);
    check_hidden(addresses, as_reported(diagnostics), "a message", faults);
  }
  return faults;
}

constexpr std::string_view seed_files[] = {"content/**.comments.yaml", "content/**.comments/*",
                                           "tests/sites/*/input/**.comments.yaml", "tests/sites/*/input/**.comments/*",
                                           "tests/sites/*/input/data/comments/**"};
constexpr std::string_view seeds[] = {
    "[{\"id\":\"a\",\"author\":\"Ada\",\"email\":\"ada@example.org\",\"date\":\"2026-01-06\",\"body\":\"I am "
    "ada@example.org\"},{\"id\":\"b\",\"parent\":\"a\",\"author\":\"Ben\",\"body\":\"**No** \\u003cb\\u003e\"}]",
    "{\"_id\":\"k1\",\"name\":\"Ada\",\"email\":\"0bc83cb571cd1c50ba6f3e8a78ef1346\",\"message\":\"Hi\",\"date\":"
    "1767686400}",
    "- id: a\n  author: Ada <ada@example.org>\n  email: ada@example.org\n  url: https://example.org/ada%40example.org\n"
    "  body: |\n    Write to ada\\@example.org or [me](mailto:ADA@example.org).\n"};
constexpr std::string_view tokens[] = {"- id: a\n",
                                       "  parent: a\n",
                                       "  author: ",
                                       "  email: ",
                                       "  url: https://",
                                       "  date: ",
                                       "  body: |\n    ",
                                       "status: spam",
                                       "role: author",
                                       "replying_to: 1",
                                       "_id: ",
                                       "message: ",
                                       "ada@example.org",
                                       "ada&#64;example.org",
                                       "ada%40example.org",
                                       "\\u0040",
                                       "\\@",
                                       "<script>",
                                       "[x](javascript:alert(1))",
                                       "![",
                                       "](",
                                       "<!--",
                                       "\"",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       ":",
                                       "*",
                                       "\\ud83d",
                                       "\t",
                                       "|",
                                       "  "};

}  // namespace

const Target comments = {.name = "comments",
                         .attempt = attempt,
                         .seed_files = seed_files,
                         .examples = "comments.md",
                         .seeds = seeds,
                         .tokens = tokens};

}  // namespace causerie::fuzz
