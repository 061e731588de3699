// What a build shows of many messages.
#include "commands/shortened.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "commands/report.h"

namespace causerie {
namespace {

Diagnostics many_messages(int count, Severity severity) {
  Diagnostics diagnostics;
  for (int i = 0; i < count; ++i) {
    const SourceLocation location{"content/" + std::to_string(100 + i) + ".md", {{1, 1}, {1, 2}}};
    diagnostics.add({severity, "unknown-key", location, "unknown key 'excerpt'", {"use 'summary'"}});
    if (i % 10 == 0) diagnostics.warning("missing-key", location, "text " + std::to_string(i));
  }
  return diagnostics;
}

TEST(Shortened, FewMessagesAreAllShown) {
  const auto all = many_messages(30, Severity::error).sorted();
  const Shortened result = shortened(all);
  EXPECT_EQ(result.shown.size(), 33u);
  EXPECT_TRUE(result.kinds.empty());
}

TEST(Shortened, OfManyWarningsThreeOfEachKindAndACount) {
  const auto all = many_messages(100, Severity::warning).sorted();
  const Shortened result = shortened(all);
  EXPECT_EQ(result.count, 110u);
  EXPECT_TRUE(result.is_cut);
  EXPECT_EQ(result.shown.size(), 6u);
  ASSERT_EQ(result.kinds.size(), 2u);
  EXPECT_EQ(result.kinds[0].count, 100u);
  EXPECT_TRUE(result.kinds[0].is_one_message);
  EXPECT_EQ(result.kinds[1].count, 10u);
  EXPECT_FALSE(result.kinds[1].is_one_message);
}

TEST(Shortened, EveryErrorIsShownAndCounted) {
  const auto all = many_messages(100, Severity::error).sorted();
  const Shortened result = shortened(all);
  EXPECT_FALSE(result.is_cut);
  EXPECT_EQ(result.shown.size(), 110u);
  EXPECT_EQ(result.kinds.size(), 2u);
}

TEST(Shortened, EqualNotesAreOneWithACount) {
  Diagnostics diagnostics;
  for (int line = 1; line <= 50; ++line) diagnostics.note("html-as-text", {"a.yaml", {{line, 1}, {line, 2}}}, "shown");
  const auto all = diagnostics.sorted();
  const Shortened result = shortened(all);
  ASSERT_EQ(result.shown.size(), 1u);
  EXPECT_EQ(result.shown[0].alike.size(), 49u);
  EXPECT_TRUE(result.kinds.empty());
}

TEST(Shortened, TheReportSaysWhatItLeavesOut) {
  Answer answer;
  answer.diagnostics = many_messages(100, Severity::warning);
  answer.may_shorten = true;
  const std::string text = report(answer, {}).standard_error;
  EXPECT_NE(text.find("110 messages; of warnings and notes, at most 3 of each kind are shown"), std::string::npos);
  EXPECT_NE(text.find("   100 × warning: unknown key 'excerpt'; use 'summary'\n"), std::string::npos) << text;
  EXPECT_NE(text.find("    10 × warning: such as: text 0\n"), std::string::npos) << text;
  EXPECT_NE(text.find("110 warnings"), std::string::npos);
  const auto lines = [](const std::string& shown) { return std::count(shown.begin(), shown.end(), '\n'); };
  EXPECT_GT(lines(report(answer, {.shows_all = true}).standard_error), 200);
  EXPECT_EQ(lines(report(answer, {.format = MessageFormat::json}).standard_error), 110);
}

}  // namespace
}  // namespace causerie
