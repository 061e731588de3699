#include "base/unicode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace causerie {
namespace {

TEST(Unicode, ComposesTextInAnyForm) {
  EXPECT_EQ(nfc("cafe\u0301"), "caf\u00E9");
  EXPECT_EQ(nfc("caf\u00E9"), "caf\u00E9");
  EXPECT_EQ(nfc("\u1112\u1161\u11AB"), "\uD55C");  // jamo to a syllable
  EXPECT_EQ(nfc("\u304B\u3099"), "\u304C");        // kana and its voicing mark
  EXPECT_EQ(nfc("\u212B"), "\u00C5");              // the angstrom sign
  EXPECT_EQ(nfc("plain"), "plain");
  EXPECT_EQ(nfc(""), "");
}

TEST(Unicode, LowersInTheRootLocale) {
  EXPECT_EQ(lower("TITLE I"), "title i");
  EXPECT_EQ(lower("ÉCOLE"), "école");
  EXPECT_EQ(lower("ΟΔΟΣ"), "οδος");  // a final sigma
  EXPECT_EQ(lower("\u0130"), "i\u0307");
  EXPECT_EQ(lower("ПРИВЕТ"), "привет");
}

TEST(Unicode, FoldsLatinLettersToAscii) {
  EXPECT_EQ(latin_to_ascii("Øre ß Łódź Þór"), "Ore ss Lodz THor");
  EXPECT_EQ(latin_to_ascii("Tiếng Việt, Đặng"), "Tieng Viet, Dang");
  EXPECT_EQ(latin_to_ascii("e\u0301a\u0302\u0301"), "ea");
  EXPECT_EQ(latin_to_ascii("\uFB01n \u0153uvre \u01F1"), "fin oeuvre DZ");
  EXPECT_EQ(latin_to_ascii("as it is"), "as it is");
}

TEST(Unicode, LeavesMarksOfOtherScripts) {
  for (const char* text : {"한국어", "がぎぐ パーティー", "हिन्दी क्ष", "й ё", "ά", "ไทย น้ำ", "שָׁלוֹם", "கொ"}) {
    EXPECT_EQ(latin_to_ascii(text), nfc(text)) << text;
  }
  EXPECT_EQ(latin_to_ascii("\u304B\u3099"), "\u304C");
  EXPECT_EQ(latin_to_ascii("\u0430\u0301"), "\u0430\u0301");  // a stressed Cyrillic letter
}

TEST(Unicode, KnowsCategories) {
  for (const char32_t c : {U'a', U'7', U'é', U'字', U'\u0301', U'²', U'Ⅷ'}) EXPECT_TRUE(is_letter_or_digit(c));
  for (const char32_t c : {U'-', U' ', U'_', U'€', U'\u200D', U'😀'}) EXPECT_FALSE(is_letter_or_digit(c));
  EXPECT_TRUE(is_mark(U'\u0301'));
  EXPECT_TRUE(is_mark(U'\uFE0F'));
  EXPECT_FALSE(is_mark(U'a'));
  for (const char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u2003', U'\u3000'}) EXPECT_TRUE(is_space(c));
  EXPECT_FALSE(is_space(U'\u200B'));
  for (const char32_t c : {U'.', U'“', U'。', U'$', U'+', U'～'}) EXPECT_TRUE(is_punctuation(c));
  EXPECT_FALSE(is_punctuation(U'x'));
}

std::vector<std::string> sorted(std::vector<std::string> words, std::string_view language) {
  std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
    return collation_key(a, language) < collation_key(b, language);
  });
  return words;
}

TEST(Unicode, SortsAsTheLanguageDoes) {
  EXPECT_EQ(sorted({"zoo", "Äpfel", "apple", "Zebra"}, "en"),
            (std::vector<std::string>{"Äpfel", "apple", "Zebra", "zoo"}));
  EXPECT_EQ(sorted({"z", "ä", "ö", "å"}, "sv"), (std::vector<std::string>{"z", "å", "ä", "ö"}));
  EXPECT_EQ(sorted({"z", "ä", "a"}, "de"), (std::vector<std::string>{"a", "ä", "z"}));
}

TEST(Unicode, CollationKeysOfDifferentTextsDiffer) {
  EXPECT_NE(collation_key("a\u200B", "en"), collation_key("a", "en"));
  EXPECT_NE(collation_key("a", "en"), collation_key("A", "en"));
  EXPECT_EQ(collation_key("e\u0301", "en"), collation_key("\u00E9", "en"));
  EXPECT_LT(collation_key("", "en"), collation_key("a", "en"));
  EXPECT_LT(collation_key("a", "xx-unknown"), collation_key("b", "xx-unknown"));
  EXPECT_LT(collation_key(std::string(5000, 'a'), "en"), collation_key(std::string(5001, 'a'), "en"));
}

TEST(Unicode, CutsBetweenCharacters) {
  EXPECT_EQ(cut_at_character("short", 200), "short");
  EXPECT_EQ(cut_at_character("abcdef", 3), "abc");
  EXPECT_EQ(cut_at_character("aé", 2), "a");                     // not within a code point
  EXPECT_EQ(cut_at_character("ae\u0301b", 2), "a");              // nor between a letter and its mark
  EXPECT_EQ(cut_at_character("x👩‍👩‍👧y", 10), "x");  // nor within a family emoji
  EXPECT_EQ(cut_at_character("é", 1), "");
  EXPECT_EQ(cut_at_character("abc", 0), "");
}

TEST(Unicode, ServesManyThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int round = 0; round < 50; ++round) {
        EXPECT_EQ(latin_to_ascii("Việt"), "Viet");
        EXPECT_LT(collation_key("a", "fr"), collation_key("é", "fr"));
        EXPECT_EQ(cut_at_character("aé", 2), "a");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace causerie
