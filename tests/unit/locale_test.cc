#include "base/locale.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

TEST(Locale, KnowsLanguageTags) {
  for (const char* tag : {"en", "de", "pt-BR", "zh-Hant-TW", "EN", "gsw", "haw", "sr-Latn"}) {
    EXPECT_TRUE(is_language(tag)) << tag;
  }
  for (const char* tag : {"", "english", "en_US", "xx", "e", "en-", "-", "und", "deutsch", "12", "en US"}) {
    EXPECT_FALSE(is_language(tag)) << tag;
  }
}

TEST(Locale, KnowsDirections) {
  for (const char* tag : {"ar", "he", "fa", "ur", "az-Arab"}) EXPECT_TRUE(is_right_to_left(tag)) << tag;
  for (const char* tag : {"en", "ja", "az", "", "xx"}) EXPECT_FALSE(is_right_to_left(tag)) << tag;
}

TEST(Locale, ChoosesPlurals) {
  EXPECT_EQ(plural_category(1, "en"), "one");
  EXPECT_EQ(plural_category(0, "en"), "other");
  EXPECT_EQ(plural_category(0, "fr"), "one");
  EXPECT_EQ(plural_category(3, "ru"), "few");
  EXPECT_EQ(plural_category(11, "ru"), "many");
  EXPECT_EQ(plural_category(2, "ar"), "two");
  EXPECT_EQ(plural_category(0, "ar"), "zero");
  EXPECT_EQ(plural_category(1, "ja"), "other");
  EXPECT_EQ(plural_category(1, "tlh"), "other");
  EXPECT_EQ(plural_category(21, "en", PluralKind::ordinal), "one");
  EXPECT_EQ(plural_category(11, "en", PluralKind::ordinal), "other");
  EXPECT_EQ(plural_category(8, "it", PluralKind::ordinal), "many");
  // In Romance languages only millions are `many`, and no site has that many comments: translations may omit it.
  for (const char* tag : {"fr", "es", "it", "pt"}) {
    EXPECT_EQ(plural_category(1'000'000, tag), "many") << tag;
    for (const int n : {0, 1, 2, 5, 100, 1000, 999'999}) EXPECT_NE(plural_category(n, tag), "many") << tag << n;
  }
}

TEST(Locale, KnowsWhichPluralsThereAre) {
  const auto of = [](const char* tag, PluralKind kind) {
    std::string all;
    for (const std::string& name : plural_categories(tag, kind)) all += name + " ";
    return all;
  };
  EXPECT_EQ(of("en", PluralKind::cardinal), "one other ");
  EXPECT_EQ(of("en", PluralKind::ordinal), "one two few other ");
  EXPECT_EQ(of("pl", PluralKind::cardinal), "one few many other ");
  EXPECT_EQ(of("ar", PluralKind::cardinal), "zero one two few many other ");
  EXPECT_EQ(of("tlh", PluralKind::cardinal), "other ");
}

TEST(Locale, SaysOrdinalsInWords) {
  EXPECT_EQ(ordinal_word(3, "en"), "third");
  EXPECT_EQ(ordinal_word(1, "en"), "first");
  EXPECT_EQ(ordinal_word(0, "en"), "zeroth");
  EXPECT_EQ(ordinal_word(21, "en"), "twenty-first");
  EXPECT_EQ(ordinal_word(3, "en-US"), "third");
  EXPECT_EQ(ordinal_word(3, "fr"), "troisième");
  EXPECT_EQ(ordinal_word(1, "fr"), "premier");
  EXPECT_EQ(ordinal_word(3, "de"), "dritter");
  EXPECT_EQ(ordinal_word(23, "de"), "dreiundzwanzigster");  // without the soft hyphens of CLDR
  EXPECT_EQ(ordinal_word(3, "es"), "tercer");
  EXPECT_EQ(ordinal_word(3, "it"), "terzo");
  EXPECT_EQ(ordinal_word(3, "pt-BR"), "terceiro");
  EXPECT_EQ(ordinal_word(3, "nl"), "derde");
  EXPECT_EQ(ordinal_word(3, "sv"), "tredje");
  EXPECT_EQ(ordinal_word(3, "ru"), "третий");
  EXPECT_EQ(ordinal_word(3, "ja"), "第三");
  EXPECT_EQ(ordinal_word(3, "fi"), "kolmas");
}

TEST(Locale, FallsBackToDigitsAndNeverToEnglish) {
  for (const char* tag : {"pl", "cs", "eu", "br", "uk", "xx", ""}) EXPECT_EQ(ordinal_word(3, tag), "3") << tag;
}

TEST(Locale, WritesLongDates) {
  const Day day{2024, 5, 1};
  EXPECT_EQ(long_date(day, "en"), "1 May 2024");
  EXPECT_EQ(long_date(day, "en-GB"), "1 May 2024");
  EXPECT_EQ(long_date(day, "en-US"), "May 1, 2024");
  EXPECT_EQ(long_date(day, "de"), "1. Mai 2024");
  EXPECT_EQ(long_date(day, "fr"), "1 mai 2024");
  EXPECT_EQ(long_date(day, "es"), "1 de mayo de 2024");
  EXPECT_EQ(long_date(day, "ja"), "2024年5月1日");
  EXPECT_EQ(long_date(day, "hu"), "2024. május 1.");
  EXPECT_EQ(long_date(day, "ru"), "1 мая 2024\u202Fг.");
}

TEST(Locale, KeepsTheGregorianCalendar) {
  EXPECT_NE(long_date({2024, 5, 1}, "th").find("2024"), std::string::npos);  // not 2567
  EXPECT_EQ(long_date({1582, 10, 14}, "en"), "14 October 1582");             // no Julian days before the reform
  EXPECT_EQ(long_date({1500, 2, 28}, "en"), "28 February 1500");
  EXPECT_EQ(long_date({1, 1, 1}, "en"), "1 January 1");
  EXPECT_EQ(long_date({9999, 12, 31}, "en"), "31 December 9999");
}

TEST(Locale, WritesMonths) {
  EXPECT_EQ(month_and_year(2024, 5, "en"), "May 2024");
  EXPECT_EQ(month_and_year(2024, 5, "de"), "Mai 2024");
  EXPECT_EQ(month_and_year(2024, 5, "ru"), "май 2024\u202Fг.");  // alone, not in the genitive
  EXPECT_EQ(month_and_year(2024, 5, "ja"), "2024年5月");
}

TEST(Locale, GroupsDigits) {
  EXPECT_EQ(number(1234, "en"), "1,234");
  EXPECT_EQ(number(12345, "de"), "12.345");
  EXPECT_EQ(number(12345, "fr"), "12\u202F345");
  EXPECT_EQ(number(7, "en"), "7");
  EXPECT_EQ(number(-7, "en"), "-7");
}

TEST(Locale, Capitalizes) {
  EXPECT_EQ(capitalized("third post", "en"), "Third post");
  EXPECT_EQ(capitalized("élan vital", "fr"), "Élan vital");
  EXPECT_EQ(capitalized("ijs en thee", "nl"), "IJs en thee");
  EXPECT_EQ(capitalized("istanbul", "tr"), "İstanbul");
  EXPECT_EQ(capitalized("iOS and NATO", "en"), "IOS and NATO");
  EXPECT_EQ(capitalized("", "en"), "");
  EXPECT_EQ(capitalized("第三", "ja"), "第三");
}

}  // namespace
}  // namespace causerie
