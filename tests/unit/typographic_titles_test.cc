// Titles, and what is hard for quotes, in seven languages.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "formats/markdown/markdown.h"

namespace causerie {
namespace {

struct TitleRow {
  std::string_view language;
  std::string_view quoted;  // of "A 'b' c"
  std::string_view letter;  // of 'n'
};

constexpr TitleRow title_rows[] = {
    {"en", "“A ‘b’ c”", "‘n’"}, {"de", "„A ‚b‘ c“", "‚n‘"}, {"fr", "«\u202FA “b” c\u202F»", "“n”"},
    {"nl", "‘A “b” c’", "“n”"}, {"es", "«A “b” c»", "“n”"}, {"sv", "”A ’b’ c”", "’n’"},
    {"it", "«A “b” c»", "“n”"},
};

TEST(TypographicTitles, AreRightInSevenLanguages) {
  for (const auto& [language, quoted, letter] : title_rows) {
    const auto title = [&](std::string_view written) { return typographic_title(written, language); };
    EXPECT_EQ(title("\"A 'b' c\""), quoted) << language;
    EXPECT_EQ(title("'n'"), letter) << language;
    EXPECT_EQ(title("rock 'n' roll"), "rock ’n’ roll") << language;
    EXPECT_EQ(title("Rock 'N' Roll 'n' Soul"), "Rock ’N’ Roll ’n’ Soul") << language;
    EXPECT_EQ(title("'90s"), "’90s") << language;
    EXPECT_EQ(title("the '80s and '90s"), "the ’80s and ’90s") << language;
    EXPECT_EQ(title("5'6\""), "5′6″") << language;
    EXPECT_EQ(title("5' 6.5\" tall, 6'2½\""), "5′ 6.5″ tall, 6′2½″") << language;
    EXPECT_EQ(title("It's O'Neill's"), "It’s O’Neill’s") << language;
    EXPECT_EQ(title("Then -- or --- so..."), "Then – or — so…") << language;
    EXPECT_EQ(title("What --help and (--all) do -- x--y"), "What --help and (--all) do – x–y") << language;
    EXPECT_EQ(title("Nothing, - to. change"), "Nothing, - to. change") << language;
    EXPECT_EQ(title(title("\"A 'b' c\" -- '90s")), title("\"A 'b' c\" -- '90s")) << language;
  }
}

TEST(TypographicTitles, HaveTheSameSignsInTexts) {
  MarkdownOptions options;
  options.language = "de";
  EXPECT_EQ(parse_markdown("\"Sie ist 5'6\" groß\", rock 'n' roll, die '90er", options).body.html,
            "<p>„Sie ist 5′6″ groß“, rock ’n’ roll, die ’90er</p>\n");
}

TEST(TypographicTitles, EmptyOrOfQuotesAlone) {
  EXPECT_EQ(typographic_title("", "en"), "");
  for (const char* title : {"\"", "'", "\"\"", "'n'n'n'", "1'1'1\"", "--", "...", "'\"", "5'\""})
    EXPECT_FALSE(typographic_title(title, "en").empty()) << title;
}

}  // namespace
}  // namespace causerie
