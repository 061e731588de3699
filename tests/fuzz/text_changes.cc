// Fuzzes the changes shown to readers between two versions of an essay's text.
#include <algorithm>

#include "base/text.h"
#include "content/source_text.h"
#include "formats/markdown/difference.h"
#include "fuzz/target.h"

namespace causerie::fuzz {
namespace {

constexpr std::string_view second_begin = "\n====\n";

std::string text_of(std::string_view bytes) {
  Diagnostics unread;
  return text_from_bytes(std::string(bytes), "", unread).value_or("");
}

Faults attempt(std::string_view bytes) {
  const auto cut = std::min(bytes.find(second_begin), bytes.size());
  const std::string before = text_of(bytes.substr(0, cut));
  const std::string after = text_of(bytes.substr(std::min(bytes.size(), cut + second_begin.size())));
  Faults faults;
  for (const bool shows_raw_html : {true, false}) {
    MarkdownOptions options;
    options.shows_raw_html = shows_raw_html;
    const auto there = markdown_difference(before, after, options), back = markdown_difference(after, before, options);
    const bool are_alike = plain_blocks(before, options) == plain_blocks(after, options);
    if (there.empty() != are_alike || back.empty() != are_alike)
      faults.push_back("a change that is none, or is hidden");
    if ((hash_of(there) == Hash()) != there.empty()) faults.push_back("a hash of nothing");
    if (!markdown_difference(before, before, options).empty()) faults.push_back("a text that differs from itself");
    for (const DifferenceBlock& block : there) {
      for (const DifferencePiece& piece : block.pieces) {
        if (first_invalid_byte(piece.text)) faults.push_back("a piece that is no text");
      }
    }
  }
  return faults;
}

constexpr std::string_view seed_files[] = {"content/essays/**.md"};
constexpr std::string_view seeds[] = {
    "One two.\n\nThree.\n====\nOne two.\n\nFour.\n", "A[^a].\n\n[^a]: Note.\n====\nA[^a].\n\n[^a]: Other note.\n",
    "```\na\n\nb\n```\n====\n```\na\n\nc\n```\n",    "- one\n\n  two\n====\n- one\n\n  three\n\nfour\n",
    "[b]\n\n[b]: /b/\n====\n[b] c\n\n[b]: /c/\n",    "東京は雨です。\n====\n京都は雨です。\n"};
constexpr std::string_view tokens[] = {
    "\n====\n", "\n\n", "\n", "```\n", "<!--", "-->",   "[^a]",  "[^a]: ", "[b]", "[b]: /", "    ",
    "- ",       "1. ",  "> ", "\"",    "'",    "a | b", "- | -", "# ",     "\\",  "<b>",    "<script>"};

}  // namespace

const Target text_changes = {.name = "text_changes",
                             .attempt = attempt,
                             .seed_files = seed_files,
                             .examples = "markdown.md",
                             .seeds = seeds,
                             .tokens = tokens};

}  // namespace causerie::fuzz
