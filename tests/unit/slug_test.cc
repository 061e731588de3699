#include "base/slug.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace causerie {
namespace {

TEST(Slug, JoinsLettersAndDigits) {
  EXPECT_EQ(slug_of("Origins of Shame"), "origins-of-shame");
  EXPECT_EQ(slug_of("  What?! -- 3 things…  "), "what-3-things");
  EXPECT_EQ(slug_of("snake_case"), "snake-case");
  EXPECT_EQ(slug_of("1984"), "1984");
  EXPECT_EQ(slug_of("It's"), "it-s");
  EXPECT_EQ(slug_of("It’s “so” – «Or» not…"), "it-s-so-or-not");
  EXPECT_EQ(slug_of("a\tb\nc"), "a-b-c");
}

TEST(Slug, FoldsLatinAlone) {
  EXPECT_EQ(slug_of("Øre, Straße, Łódź"), "ore-strasse-lodz");
  EXPECT_EQ(slug_of("Việt Nam Đẹp"), "viet-nam-dep");
  EXPECT_EQ(slug_of("İstanbul ISI"), "istanbul-isi");
  EXPECT_EQ(slug_of("한국어 제목"), "한국어-제목");
  EXPECT_EQ(slug_of("がぎぐ"), "がぎぐ");
  EXPECT_EQ(slug_of("हिन्दी"), "हिन्दी");
  EXPECT_EQ(slug_of("Привет, Мир"), "привет-мир");
  EXPECT_EQ(slug_of("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(slug_of("中文。标题"), "中文-标题");
}

TEST(Slug, LeavesOutWhatIsInvisible) {
  for (const char* text : {"co\u00ADoperate", "co\u2060operate", "co\u200Boperate", "\u200Ecooperate\u200F",
                           "co\u200Doperate", "co\u200Coperate", "\uFEFFco\u2066oper\u2069ate\u200D"})
    EXPECT_EQ(slug_of(text), "cooperate") << text;
  EXPECT_EQ(slug_of("a \u200D b"), "a-b");
  EXPECT_EQ(slug_of("\u00AD"), "");
}

TEST(Slug, KeepsTheJoinersOfASyllable) {
  for (const char* word : {"\u0DC1\u0DCA\u200D\u0DBB\u0DD3", "\u0915\u094D\u200C\u0937",
                           "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"}) {
    EXPECT_EQ(slug_of(word), word);
    EXPECT_EQ(slug_fault(word), "") << word;
  }
  // Between letters that are not connected, or at the end of a word, a joiner does nothing.
  EXPECT_EQ(slug_of("\u0627\u200C\u0627"), "\u0627\u0627");
  EXPECT_EQ(slug_of("\u0DC1\u0DCA\u200D"), "\u0DC1\u0DCA");
  EXPECT_EQ(slug_of("\u0DC1\u0DCA\u200D \u0DBB"), "\u0DC1\u0DCA-\u0DBB");
  EXPECT_NE(slug_fault("a\u200Db"), "");
}

TEST(Slug, IsTheSameInEveryForm) {
  EXPECT_EQ(slug_of("cafe\u0301"), slug_of("caf\u00E9"));
  EXPECT_EQ(slug_of("\u1112\u1161\u11AB"), "\uD55C");
  EXPECT_EQ(slug_of("\u304B\u3099"), "\u304C");
  for (const char* text : {"e\u0301 \u0439", "\u0438\u0306", "\u0915\u093C"})
    EXPECT_EQ(slug_of(text), nfc(slug_of(text)));
}

TEST(Slug, HasNoExtensionAndIsNeverHidden) {
  EXPECT_EQ(slug_of("v1.2"), "v1-2");
  EXPECT_EQ(slug_of(".profile"), "profile");
  EXPECT_EQ(slug_of("etc."), "etc");
  EXPECT_EQ(slug_of("a.html"), "a-html");
}

TEST(Slug, AvoidsWhatWindowsReserves) {
  EXPECT_EQ(slug_of("CON"), "con-1");
  EXPECT_EQ(slug_of("Aux"), "aux-1");
  EXPECT_EQ(slug_of("nul"), "nul-1");
  EXPECT_EQ(slug_of("COM1"), "com1-1");
  EXPECT_EQ(slug_of("LPT9"), "lpt9-1");
  EXPECT_EQ(slug_of("COM²"), "com²-1");
  EXPECT_EQ(slug_of("com0"), "com0");
  EXPECT_EQ(slug_of("com10"), "com10");
  EXPECT_EQ(slug_of("console"), "console");
}

TEST(Slug, LowersLast) {
  EXPECT_EQ(slug_of("№ 5"), "no-5");
  EXPECT_EQ(slug_of("ﬁre Ǆ"), "fire-dz");
  EXPECT_EQ(slug_of("Æsop"), "aesop");
}

TEST(Slug, IsEmptyWithoutLettersAndDigits) {
  for (const char* text : {"", "…", "---", "😀", "❤️", "\uFE0F", "?!", "™"}) EXPECT_EQ(slug_of(text), "") << text;
  EXPECT_EQ(slug_of("❤️ love"), "love");
}

TEST(Slug, TellsProgrammingLanguagesApartNoMore) {
  // They collide by design: a writer who uses them sets their slugs in site.yaml.
  EXPECT_EQ(slug_of("C"), "c");
  EXPECT_EQ(slug_of("C++"), "c");
  EXPECT_EQ(slug_of("C#"), "c");
  EXPECT_EQ(slug_of("Milk"), slug_of("milk"));
}

TEST(Slug, IsCutAtASeam) {
  const std::string words = slug_of(std::string(150, 'a') + " " + std::string(60, 'b'));
  EXPECT_EQ(words, std::string(150, 'a'));
  EXPECT_EQ(slug_of(std::string(200, 'a') + " b"), std::string(200, 'a'));
  EXPECT_EQ(slug_of(std::string(300, 'a')), std::string(200, 'a'));
  std::string astral;
  for (int i = 0; i < 300; ++i) astral += "𠀀";
  EXPECT_EQ(slug_of(astral), astral.substr(0, 200));
  std::string marked;
  for (int i = 0; i < 100; ++i) marked += "x\u0439\u0301";  // five bytes, the last four of which must stay together
  EXPECT_EQ(slug_of(marked), marked.substr(0, 200));
  EXPECT_LE(slug_of(astral + " " + marked).size(), 200u);
}

TEST(Slug, OfASlugIsItself) {
  for (const char* text : {"Origins of Shame", "Việt", "한국어 제목", "№", "It's", "ΟΔΟΣ", "COM1", "İ"}) {
    EXPECT_EQ(slug_of(slug_of(text)), slug_of(text)) << text;
    EXPECT_EQ(slug_fault(slug_of(text)), "") << text;
  }
}

TEST(Slug, GivenByHandIsChecked) {
  for (const char* slug : {"cpp", "my_essay", "v1.2", "café", "1", "한국어"}) EXPECT_EQ(slug_fault(slug), "") << slug;
  EXPECT_EQ(slug_fault(""), "must not be empty");
  EXPECT_EQ(slug_fault("two words"), "must not contain a space");
  EXPECT_EQ(slug_fault("Upper"), "must be in lower case");
  EXPECT_EQ(slug_fault("a/b"), "must not contain '/'");
  EXPECT_EQ(slug_fault("a\\b"), "must not contain '\\'");
  EXPECT_EQ(slug_fault("a?b"), "must not contain '?'");
  EXPECT_EQ(slug_fault("100%"), "must not contain '%'");
  EXPECT_EQ(slug_fault(".."), "must not begin with '.'");
  EXPECT_EQ(slug_fault(".hidden"), "must not begin with '.'");
  EXPECT_EQ(slug_fault("etc."), "must not end in '.'");
  EXPECT_EQ(slug_fault("a\x01"), "must not contain a control character");
  EXPECT_EQ(slug_fault("--"), "must contain a letter or a digit");
  EXPECT_NE(slug_fault("con"), "");
  EXPECT_NE(slug_fault("aux.old"), "");
  EXPECT_NE(slug_fault(std::string(201, 'a')), "");
  EXPECT_NE(slug_fault("cafe\u0301"), "");
}

}  // namespace
}  // namespace causerie
