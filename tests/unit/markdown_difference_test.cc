#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "formats/markdown/difference.h"

namespace causerie {
namespace {

using Blocks = std::vector<PlainBlock>;

std::string parts(std::string_view before, std::string_view after) {
  const ChangedParts parts = changed_parts(before, after);
  return std::string(parts.before) + " / " + std::string(parts.after);
}

TEST(MarkdownDifference, ReadsTheBlocksThatChanged) {
  EXPECT_EQ(parts("One.\n\nTwo.\n\nThree.", "One.\n\nZwei.\n\nThree."), "Two.\n\n / Zwei.\n\n");
  EXPECT_EQ(parts("One.\n\nThree.", "One.\n\nTwo.\n\nThree."), " / Two.\n\n");
  EXPECT_EQ(parts("One.\n\nTwo.", "One.\n\nTwo.\n\nThree."), "Two. / Two.\n\nThree.");
  EXPECT_EQ(parts("Same.", "Same."), " / ");
  EXPECT_EQ(parts("One.\n\n[Two](/a/).\n\nThree.", "One.\n\n[Two](/b/).\n\nThree."),
            "[Two](/a/).\n\n / [Two](/b/).\n\n");
}

TEST(MarkdownDifference, ReadsAllWhereTheRestHasASay) {
  const auto is_whole = [](std::string_view before, std::string_view after) {
    return parts(before, after) == std::string(before) + " / " + std::string(after);
  };
  EXPECT_TRUE(is_whole("[One].\n\n[One]: /a/", "[One] two.\n\n[One]: /a/"));
  EXPECT_TRUE(is_whole("A.\n\nOne[^a].\n\n[^a]: B.", "A.\n\nOne.\n\n[^a]: B."));
  EXPECT_TRUE(is_whole("A.\n\nOne[^a].\n\n[^a]: B.", "A.\n\nOne[^a].\n\n[^a]: C."));
  EXPECT_TRUE(is_whole("- One.\n\n  Two.", "- One.\n\n  Three."));
  EXPECT_TRUE(is_whole("```\nOne.\n\nTwo.", "```\nOne.\n\nThree."));
  EXPECT_TRUE(is_whole("One.\n\nTwo.", "```\n\nTwo."));
  EXPECT_TRUE(is_whole("<!--\n\nTwo.", "<!--\n\nThree."));
}

// Lines of every syntax that could affect more than its own block; the first few mostly do not.
constexpr std::string_view lines[] = {
    "\n",         "\n",          "\n",           "\n",          "\n",         "One word\n",    "two \"words\"\n",
    "- item\n",   "1. item\n",   "# Heading\n",  "> quote\n",   "*open\n",    "[c](/c/)\n",    "'quoted'\n",
    "a | b\n",    "- | -\n",     "`open\n",      "\\\n",        "text[^b]\n", "[^b]: B[^a]\n", "  inside\n",
    "    deep\n", "\t tab\n",    "> [!note]\n",  "===\n",       "---\n",      "+ plus\n",      "[^a]\n",
    "[^a]: A\n",  "    of it\n", "[b]: /b/\n",   "[b] there\n", "```\n",      "~~~\n",         "<!--\n",
    "-->\n",      "<div>\n",     "<b>raw</b>\n", "<script>\n",  "</script>\n"};
constexpr std::size_t tame_lines = 20;

std::string random_text(std::mt19937& random, std::size_t most_lines, std::size_t kinds) {
  std::string text;
  for (std::size_t i = random() % most_lines; i > 0; --i) text += lines[random() % kinds];
  return text;
}

bool stands_at(const Blocks& all, std::size_t at, const Blocks& part) {
  return std::equal(part.begin(), part.end(), all.begin() + static_cast<std::ptrdiff_t>(at));
}

// True if both consist of their part, surrounded by the same other blocks.
bool are_amid_the_same(const Blocks& before, const Blocks& old_part, const Blocks& after, const Blocks& new_part) {
  if (before.size() < old_part.size() || after.size() < new_part.size()) return false;
  const std::size_t others = before.size() - old_part.size();
  if (after.size() - new_part.size() != others) return false;
  for (std::size_t i = 0; i <= others; ++i) {
    const bool begin_alike = std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(i), after.begin());
    const bool end_alike =
        std::equal(before.rbegin(), before.rbegin() + static_cast<std::ptrdiff_t>(others - i), after.rbegin());
    if (begin_alike && end_alike && stands_at(before, i, old_part) && stands_at(after, i, new_part)) return true;
  }
  return false;
}

TEST(MarkdownDifference, TheRestHasTheSameBlocksInBothTexts) {
  std::mt19937 random(3);
  int cut = 0;
  for (int round = 0; round < 6'000; ++round) {
    const std::size_t kinds = round % 4 == 0 ? std::size(lines) : tame_lines;
    const std::string begin = random_text(random, 12, kinds), end = random_text(random, 12, kinds);
    const std::string before = begin + random_text(random, 4, kinds) + end;
    const std::string after = begin + random_text(random, 4, kinds) + end;
    const ChangedParts parts = changed_parts(before, after);
    cut += parts.before.size() < before.size() ? 1 : 0;
    MarkdownOptions options;
    options.shows_raw_html = round % 2 == 0;
    options.is_smart = round % 3 != 0;
    const auto read = [&](std::string_view text) { return plain_blocks(text, options); };
    ASSERT_TRUE(are_amid_the_same(read(before), read(parts.before), read(after), read(parts.after)))
        << before << "\n=====\n"
        << after;
  }
  EXPECT_GT(cut, 1500);
}

}  // namespace
}  // namespace causerie
