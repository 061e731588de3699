#include "formats/markdown/text_difference.h"

#include <gtest/gtest.h>

#include <random>

#include "base/text.h"

namespace causerie {
namespace {

std::vector<PlainBlock> blocks_of(std::string_view text) { return plain_blocks(text, {}); }

// "[-removed-]{+added+} kept", a line for each block, with its kind if it is not a paragraph.
std::string shown(std::string_view before, std::string_view after) {
  std::string text;
  for (const DifferenceBlock& block : text_difference(blocks_of(before), blocks_of(after))) {
    if (block.is_after_gap) text += "…\n";
    if (block.kind != PlainKind::paragraph) text += std::string(1, static_cast<char>(block.kind)) + ": ";
    for (const auto& [kind, words] : block.pieces) {
      text += kind == PieceKind::kept ? words : kind == PieceKind::removed ? "[-" + words + "-]" : "{+" + words + "+}";
    }
    text += "\n";
  }
  return text;
}

TEST(TextDifference, ShowsTheWordsThatCameAndWent) {
  EXPECT_EQ(shown("The old clock stops.", "The new clock stops."), "The [-old -]{+new +}clock stops.\n");
  EXPECT_EQ(shown("One two.", "One and two."), "One {+and +}two.\n");
  EXPECT_EQ(shown("One and two.", "One two."), "One [-and -]two.\n");
  EXPECT_EQ(shown("One, two.", "One, two, and three."), "One, two{+, and three+}.\n");
  EXPECT_EQ(shown("“It’s a well-known fact.”", "“It’s a fact.”"), "“It’s a [-well-known -]fact.”\n");
  EXPECT_EQ(shown("One two and three.", "One two."), "One two [-and three-].\n");
  EXPECT_EQ(shown("Same.", "Same."), "");
}

TEST(TextDifference, LeavesOutWhatStayed) {
  EXPECT_EQ(shown("A one.\n\nB two.\n\nC three.\n\nD four.", "A uno.\n\nB two.\n\nC three.\n\nD quattro."),
            "A [-one-]{+uno+}.\n…\nD [-four-]{+quattro+}.\n");
}

TEST(TextDifference, ParagraphsComeAndGo) {
  EXPECT_EQ(shown("First words.\n\nLast words.", "First words.\n\nAll that is new.\n\nLast words."),
            "{+All that is new.+}\n");
  EXPECT_EQ(shown("First words.\n\nAll that is old.\n\nLast words.", "First words.\n\nLast words."),
            "[-All that is old.-]\n");
}

TEST(TextDifference, AParagraphThatWasWrittenAnewIsTwo) {
  EXPECT_EQ(shown("Winter came early that year.", "Nobody asked for any of this."),
            "[-Winter came early that year.-]\n{+Nobody asked for any of this.+}\n");
}

TEST(TextDifference, SmallWordsDoNotScatterALargeChange) {
  EXPECT_EQ(
      shown("We walked down to the harbour in the rain and then we went straight home to a late supper, all of us.",
            "We walked slowly past a closed café without the umbrella and then we went straight home to a late supper, "
            "all of us."),
      "We walked [-down to the harbour in the rain -]{+slowly past a closed café without the umbrella +}and then we "
      "went straight home to a late supper, all of us.\n");
}

TEST(TextDifference, MarkupLineEndsAndDestinationsAreNoWords) {
  EXPECT_EQ(shown("*One* two\nthree [four](/a/) <b>five</b>.", "One **two three** [four](/b/)\nfive."), "");
  EXPECT_EQ(shown("One<!-- secret -->", "One<!-- other -->"), "");
  EXPECT_EQ(shown("One.[^a]\n\n[^a]: A note.", "One.[^b]\n\n[^b]: A new note."), "A {+new +}note.\n");
  EXPECT_EQ(shown("Then see [](series:next).", "Then see ![A clock](clock.png)."), "Then see [-….-]{+A clock.+}\n");
}

TEST(TextDifference, KnowsHeadingsItemsRowsAndCode) {
  EXPECT_EQ(shown("# Old title", "# New title"), "h: [-Old -]{+New +}title\n");
  EXPECT_EQ(shown("- one\n- two", "- one\n- two more"), "i: two {+more+}\n");
  EXPECT_EQ(shown("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | e |"), "c · [-d-]{+e+}\n");
  EXPECT_EQ(shown("```\na = 1\nb = 2\n```", "```\na = 1\n  b = 2\n```"), "c: a = [-1\n-]{+1\n  +}b = 2\n");
}

TEST(TextDifference, ScriptsWithoutBlanksGoByCharacters) {
  EXPECT_EQ(shown("東京は雨です。", "京都は雨です。"), "[-東-]京{+都+}は雨です。\n");
}

// Without spaces, which may come from either text; in code they are exact.
std::string blanks_apart(PlainKind kind, std::string text) {
  return kind == PlainKind::code ? text : replace_all(text, " ", "");
}

std::string words_of(const DifferenceBlock& block, PieceKind left_out) {
  std::string text;
  for (const DifferencePiece& piece : block.pieces) text += piece.kind == left_out ? "" : piece.text;
  return blanks_apart(block.kind, text);
}

std::vector<PlainBlock> random_blocks(std::mt19937& random) {
  static constexpr PlainKind kinds[] = {PlainKind::paragraph, PlainKind::paragraph, PlainKind::item, PlainKind::code};
  std::vector<PlainBlock> blocks(random() % 6);
  for (PlainBlock& block : blocks) {
    block.kind = kinds[random() % 4];
    const std::size_t words = 1 + random() % 12;
    for (std::size_t i = 0; i < words; ++i)
      block.text += (i > 0 ? " " : "") + std::string(1 + random() % 2, "abc.-"[random() % 5]);
  }
  return blocks;
}

// With the removed words it equals the old text, and with the added ones the new text.
TEST(TextDifference, GivesBothTextsBack) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto before = random_blocks(random), after = random_blocks(random);
    const auto blocks = text_difference(before, after);
    std::size_t shown = 0, old_seen = 0, new_seen = 0;
    for (const BlockPair& pair : align_blocks(before, after)) {
      ASSERT_EQ(pair.before.value_or(old_seen), old_seen);
      ASSERT_EQ(pair.after.value_or(new_seen), new_seen);
      old_seen += pair.before ? 1 : 0;
      new_seen += pair.after ? 1 : 0;
      if (pair.before && pair.after && before[*pair.before] == after[*pair.after]) continue;
      ASSERT_LT(shown, blocks.size());
      const DifferenceBlock& block = blocks[shown++];
      ASSERT_EQ(words_of(block, PieceKind::added),
                pair.before ? blanks_apart(block.kind, before[*pair.before].text) : "");
      ASSERT_EQ(words_of(block, PieceKind::removed),
                pair.after ? blanks_apart(block.kind, after[*pair.after].text) : "");
    }
    ASSERT_EQ(old_seen, before.size());
    ASSERT_EQ(new_seen, after.size());
    ASSERT_EQ(shown, blocks.size());
    ASSERT_EQ(hash_of(blocks) == Hash(), before == after);
  }
}

// Myers's algorithm finds a shortest difference: as many blocks are kept as a table of all pairs allows.
TEST(TextDifference, KeepsAsManyBlocksAsThereCanBe) {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::vector<PlainBlock> a(random() % 12), b(random() % 12);
    for (auto* side : {&a, &b}) {
      for (PlainBlock& block : *side) block.text = std::string(1, static_cast<char>('a' + random() % 4));
    }
    std::vector<std::vector<int>> most(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        most[i][j] = a[i] == b[j] ? most[i + 1][j + 1] + 1 : std::max(most[i + 1][j], most[i][j + 1]);
      }
    }
    int kept = 0;
    for (const BlockPair& pair : align_blocks(a, b)) kept += pair.before && pair.after ? 1 : 0;
    ASSERT_EQ(kept, most[0][0]) << round;
  }
}

TEST(TextDifference, LargeTextsWithoutAWordInCommonAreReplaced) {
  const auto text = [](char letter, int paragraphs, int words) {
    std::string text;
    for (int i = 0; i < paragraphs; ++i) {
      for (int j = 0; j < words; ++j) text += letter + std::to_string(i * words + j) + " ";
      text += "\n\n";
    }
    return text;
  };
  for (const auto& [paragraphs, words] : {std::pair(1, 100'000), std::pair(10'000, 10)}) {
    const auto before = blocks_of(text('a', paragraphs, words)), after = blocks_of(text('b', paragraphs, words));
    EXPECT_EQ(text_difference(before, after).size(), static_cast<std::size_t>(2 * paragraphs));
  }
}

TEST(TextDifference, TheHashIsOfAllThatIsShown) {
  const DifferenceBlock block{PlainKind::item, false, {{PieceKind::kept, "a "}, {PieceKind::added, "b"}}};
  std::vector<DifferenceBlock> others(4, block);
  others[0].kind = PlainKind::code;
  others[1].is_after_gap = true;
  others[2].pieces[0].kind = PieceKind::removed;
  others[3].pieces[1].text = "c";
  const auto hash = [](const DifferenceBlock& one) { return hash_of(std::span(&one, 1)); };
  EXPECT_EQ(hash(block), hash(DifferenceBlock(block)));
  for (const DifferenceBlock& other : others) EXPECT_NE(hash(other), hash(block));
  EXPECT_EQ(hash_of(std::span<const DifferenceBlock>()), Hash());
}

}  // namespace
}  // namespace causerie
