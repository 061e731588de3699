// The order of a series and how its pages show it: numbers, `order`, plans, gaps, next and previous.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "example_sites.h"
#include "formats/html.h"

namespace causerie {
namespace {

// Builds a series `s` of files given as stems, which are also their titles; after a space come lines of front matter,
// separated by `;`. Files without a date get the same day.
ExampleBuild build_series(const std::string& series_yaml, const std::vector<std::string>& files,
                          const BuildOptions& options = {}) {
  ExampleSite site;
  site.put("content/s/series.yaml", "title: S\n" + series_yaml);
  for (const std::string& file : files) {
    const std::string stem = file.substr(0, file.find(' '));
    const std::string lines =
        file.size() == stem.size() ? "" : replace_all(file.substr(stem.size() + 1), ";", "\n") + "\n";
    const std::string date =
        lines.find("date:") == std::string::npos && !stem.starts_with("2026-") ? "date: 2026-01-01\n" : "";
    site.put("content/s/" + stem + ".md", "---\ntitle: '" + stem + "'\n" + date + lines + "---\nText.\n");
  }
  return site.build(options);
}

// The parts as the series' page lists them: "1 one, 2 (Two), 5 five", with planned ones in parentheses.
std::string parts_of(const ExampleBuild& built) {
  std::string parts;
  const std::string page = built.page("/s/");
  const std::string list = page.substr(std::min(page.size(), page.find("<ol class=\"entries\"")));
  std::string ordinal;
  for (const std::string_view line : lines_of(list)) {
    if (line.starts_with("<p class=\"label\">")) ordinal = std::string(trim(text_of_html(line))) + " ";
    if (!line.starts_with("<p class=\"title\">")) continue;
    const std::string title(trim(text_of_html(line)));
    const bool is_planned = line.find("forthcoming") != std::string_view::npos;
    parts += (parts.empty() ? "" : ", ") + (ordinal == " " ? "" : replace_all(ordinal, " post", "")) +
             (is_planned ? "(" + title + ")" : title);
    ordinal.clear();
  }
  return parts;
}

std::string position_of(const ExampleBuild& built, const std::string& path) {
  return text_of_html(between(built.page(path), "</span> <span class=\"label\">", "</span></p>"));
}

TEST(SeriesOrder, NumbersOfFileNames) {
  const ExampleBuild built = build_series(
      "", {"10-ten", "2-two", "01-one", "3-three", "0004-four", "5-five", "6-six", "7-seven", "8-eight", "9-nine"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built),
            "First 01-one, Second 2-two, Third 3-three, Fourth 0004-four, Fifth 5-five, Sixth 6-six, Seventh 7-seven, "
            "Eighth 8-eight, Ninth 9-nine, Tenth 10-ten");
  EXPECT_EQ(position_of(built, "/s/ten/"), "Post 10 of 10");
}

TEST(SeriesOrder, AWholeStemOfDigitsIsANumberAndAName) {
  const ExampleBuild built = build_series("", {"2", "1"});
  EXPECT_EQ(parts_of(built), "First 1, Second 2");
  EXPECT_EQ(position_of(built, "/s/1/"), "Post 1 of 2");
}

TEST(SeriesOrder, ANumberHasOneToFourDigits) {
  const ExampleBuild built = build_series("", {"1-a", "12345-b part: 2", "3x-c part: 3", "0004 part: 4"});
  EXPECT_EQ(built.diagnostics, "");
  for (const char* const path : {"/s/a/", "/s/12345-b/", "/s/3x-c/", "/s/0004/"})
    EXPECT_EQ(built.page(path).find("there is no"), std::string::npos) << path;
  EXPECT_EQ(parts_of(build_series("", {"12345-b", "99999", "1-a"})), "First 1-a, 12345-b, 99999");
}

TEST(SeriesOrder, PartGoesBeforeTheName) {
  const ExampleBuild built = build_series("", {"01-a part: 2", "02-b part: 1", "c part: 3"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built), "First 02-b, Second 01-a, Third c");
}

TEST(SeriesOrder, ADateBeforeTheNameIsNoNumber) {
  const ExampleBuild built = build_series("", {"2026-03-01-late", "2026-02-01-early"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built), "2026-02-01-early, 2026-03-01-late");
  EXPECT_EQ(position_of(built, "/s/early/"), "");
}

TEST(SeriesOrder, NumberedOnesFirstThenByDateThenByName) {
  const ExampleBuild built = build_series(
      "", {"01-one", "03-three", "zz date: 2026-01-05", "b date: 2026-01-06", "a date: 2026-01-06", "02-two"});
  EXPECT_EQ(parts_of(built), "First 01-one, Second 02-two, Third 03-three, zz, a, b");
  EXPECT_EQ(
      std::count_if(built.items.begin(), built.items.end(), [](const Diagnostic& d) { return d.code == "no-part"; }), 3)
      << built.diagnostics;
}

TEST(SeriesOrder, OrderNamesFilesAndCountsThem) {
  const ExampleBuild built = build_series("order: [c, a, b]\n", {"a", "b", "c"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built), "First c, Second a, Third b");
}

TEST(SeriesOrder, GroupsAreCountedThrough) {
  const ExampleBuild built =
      build_series("order:\n  - preface\n  - {group: Book One, parts: [b, a]}\n  - {group: Book Two, parts: [d, c]}\n",
                   {"a", "b", "c", "d", "preface"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built), "First preface, Second b, Third a, Fourth d, Fifth c");
  const std::string page = built.page("/s/");
  EXPECT_LT(page.find("Book One"), page.find("<a class=\"p-name u-url\" href=\"b/\">"));
  EXPECT_LT(page.find("<a class=\"p-name u-url\" href=\"a/\">"), page.find("Book Two"));
}

// Whether the number comes from `order` or from the file name.
TEST(SeriesOrder, APlaceThatIsAnothersNumberIsThatPartTwice) {
  EXPECT_EQ(build_series("order: [a, 01-b]\n", {"a", "01-b"}).diagnostics,
            "content/s/01-b.md: error: part 1 is already 'content/s/a.md'\n"
            "  hint: give one of them a different number, in its file name or as 'part'\n");
}

TEST(SeriesOrder, APartOfItsOwnStaysInOrder) {
  const ExampleBuild built = build_series("order: [b, a]\n", {"a part: 7", "b part: 8"});
  EXPECT_EQ(parts_of(built), "Eighth b, Seventh a");
}

TEST(SeriesOrder, WhatOrderLeavesOutFollowsWithAWarning) {
  const ExampleBuild built =
      build_series("order: [z, y]\n", {"x date: 2026-01-02", "w date: 2026-01-03", "y", "z", "3-v"});
  EXPECT_EQ(parts_of(built), "First z, Second y, Third 3-v, x, w");
  for (const char* const stem : {"x", "w", "3-v"}) {
    EXPECT_NE(built.diagnostics.find(
                  fmt::format("content/s/{}.md: warning: the 'order' of the series does not name this essay", stem)),
              std::string::npos)
        << built.diagnostics;
  }
}

TEST(SeriesOrder, OrderThatNamesWhatIsNotThereOrTwice) {
  const ExampleBuild built =
      build_series("order:\n  - roots\n  - brnaches\n  - roots\n  - a/b\n  - 'a\\b'\n", {"roots", "branches"});
  EXPECT_FALSE(built.is_published);
  EXPECT_EQ(built.diagnostics,
            "content/s/series.yaml:4:5: error: 'order' names 'brnaches', but there is no such file\n"
            "  hint: did you mean 'branches'?\n"
            "content/s/series.yaml:5:5: error: 'order' names 'roots' twice\n"
            "  hint: delete one of the two\n"
            "content/s/series.yaml:6:5: error: 'order' lists files in this folder, without a path\n"
            "  hint: write only the file's name, such as '01-origins'\n"
            "content/s/series.yaml:7:5: error: 'order' lists files in this folder, without a path\n"
            "  hint: write only the file's name, such as '01-origins'\n");
}

TEST(SeriesOrder, NamesInOrderMeetInAnyForm) {
  const ExampleBuild built = build_series("order: [cafe\u0301, b]\n", {"café", "b"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built), "First café, Second b");
}

TEST(SeriesOrder, PlansStandBeforeTheFirstGreaterNumber) {
  const ExampleBuild built = build_series(
      "planned:\n  - {part: 6, title: Six}\n  - {part: 2, title: Two}\n  - {part: 4, title: Four, expected: 2027}\n",
      {"01-one", "03-three", "05-five"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(parts_of(built), "First 01-one, Second (Two), Third 03-three, Fourth (Four), Fifth 05-five, Sixth (Six)");
  EXPECT_EQ(position_of(built, "/s/one/"), "Post 1 of 6 (3 to come)");
}

TEST(SeriesOrder, PlansAmongThoseOfAnOrder) {
  const ExampleBuild built = build_series(
      "order: [{group: One, parts: [a, b]}, {group: Two, parts: [c]}]\nplanned: [{part: 4, title: Four}]\n",
      {"a", "b", "c"});
  EXPECT_EQ(parts_of(built), "First a, Second b, Third c, Fourth (Four)");
}

TEST(SeriesOrder, APlanIsFulfilledWhenItsPartIsPublished) {
  const std::string plan = "planned: [{part: 2, title: As planned}]\n";
  EXPECT_EQ(parts_of(build_series(plan, {"1-a", "2-b"})), "First 1-a, Second 2-b");
  EXPECT_EQ(parts_of(build_series(plan, {"1-a", "2-b draft: true"})), "First 1-a, Second (As planned)");
  EXPECT_EQ(parts_of(build_series(plan, {"1-a", "2-b date: 2027-01-01"})), "First 1-a, Second (As planned)");
  BuildOptions all;
  all.drafts = all.future = true;
  EXPECT_EQ(parts_of(build_series(plan, {"1-a", "2-b draft: true"}, all)), "First 1-a, Second Draft 2-b");
  EXPECT_EQ(build_series(plan, {"1-a", "2-b"}).diagnostics, "");
}

// While the essay is a draft or scheduled, readers see the plan: its title and place, and nothing of the essay.
TEST(SeriesOrder, APlanStandsForItsPartUntilThatIsPublished) {
  const std::string plan = "planned: [{part: 2, title: As planned, expected: 2026-08}]\n";
  for (const char* const waiting : {"2-b draft: true", "2-b date: 2027-01-01", "b part: 2;draft: true"}) {
    const ExampleBuild built = build_series(plan, {"1-a", waiting, "3-c"});
    EXPECT_EQ(built.diagnostics, "");
    EXPECT_EQ(navigation_view(built.page("/s/a/")),
              "S Post 1 of 3 (1 to come)\nnext As planned (forthcoming)\n- 1 1-a (here) -> ./\n- 2 As planned to come, "
              "expected August 2026\n- 3 3-c -> ../c/\n")
        << waiting;
    EXPECT_EQ(navigation_view(built.page("/s/c/")),
              "S Post 3 of 3 (1 to come)\nprev Previous post 1-a -> ../a/\n- 1 1-a -> ../a/\n- 2 As planned to come, "
              "expected August 2026\n- 3 3-c (here) -> ./\n")
        << waiting;
    for (const auto& [path, text] : built.outputs)
      EXPECT_EQ((path + text).find(std::string_view(waiting).substr(0, 1) == "2" ? "2-b" : "/b/"), std::string::npos);
  }
}

TEST(SeriesOrder, ExpectedIsADayAMonthOrAYear) {
  const ExampleBuild built = build_series(
      "planned:\n  - {part: 2, title: B, expected: 2027-02-01}\n  - {part: 3, title: C, expected: 2027-02}\n  - {part: "
      "4, title: D, expected: 2027}\n  - {part: 5, title: E}\n",
      {"1-a"});
  EXPECT_EQ(navigation_view(built.page("/s/a/")),
            "S Post 1 of 5 (4 to come)\nnext B (forthcoming)\n- 1 1-a (here) -> ./\n- 2 B to come, expected 1 February "
            "2027\n- 3 C to come, expected February 2027\n- 4 D to come, expected 2027\n- 5 E to come\n");
  for (const char* const wrong : {"soon", "2027-13", "2027-02-30", "02-2027", "27", "2027-2", "[2027]"}) {
    EXPECT_NE(build_series(fmt::format("planned: [{{part: 2, title: B, expected: {}}}]\n", wrong), {"1-a"})
                  .diagnostics.find("content/s/series.yaml:2:"),
              std::string::npos)
        << wrong;
  }
}

TEST(SeriesOrder, WhatIsPlannedHasAPartAndATitle) {
  EXPECT_EQ(build_series("planned:\n  - {part: 2}\n  - {title: C}\n  - {part: 4, title: ''}\n  - five\n  - {part: -1, "
                         "title: F}\n  - {part: 10000, title: G}\n",
                         {"1-a"})
                .diagnostics,
            "content/s/series.yaml:3:5: error: a planned part needs 'title'\n"
            "  hint: write '- {part: 3, title: What comes third}'\n"
            "content/s/series.yaml:4:5: error: a planned part needs 'part'\n"
            "  hint: write '- {part: 3, title: What comes third}'\n"
            "content/s/series.yaml:5:15: error: a planned part needs 'title'\n"
            "  hint: write '- {part: 3, title: What comes third}'\n"
            "content/s/series.yaml:6:5: error: expected a map of keys and values\n"
            "  hint: write one 'key: value' on each line\n"
            "content/s/series.yaml:7:12: error: 'part' must be a whole number from 0 to 9999\n"
            "content/s/series.yaml:8:12: error: 'part' must be a whole number from 0 to 9999\n");
}

TEST(SeriesOrder, GapsThatNothingExplains) {
  EXPECT_EQ(build_series("", {"1-a", "3-c"}).diagnostics,
            "content/s/series.yaml: warning: part 2 is missing\n  hint: announce it in content/s/series.yaml: "
            "'planned: [{part: 2, title: …}]'\n");
  EXPECT_NE(build_series("", {"3-c"}).diagnostics.find("parts 1 to 2 are missing"), std::string::npos);
  EXPECT_EQ(build_series("", {"1-a", "2-b draft: true", "3-c date: 2027-01-01", "4-d"}).diagnostics, "");
  EXPECT_EQ(build_series("planned: [{part: 2, title: Two}]\n", {"1-a", "3-c"}).diagnostics, "");
}

TEST(SeriesOrder, OnePartTwice) {
  EXPECT_EQ(build_series("", {"1-a", "01-b", "c part: 1"}).diagnostics,
            "content/s/1-a.md: error: part 1 is already 'content/s/01-b.md'\n"
            "  hint: give one of them a different number, in its file name or as 'part'\n"
            "content/s/c.md:4:7: error: part 1 is already 'content/s/01-b.md'\n"
            "  hint: give one of them a different number, in its file name or as 'part'\n");
  EXPECT_EQ(build_series("planned:\n  - {part: 2, title: Two}\n  - {part: 2, title: Two again}\n", {"1-a"}).diagnostics,
            "content/s/series.yaml:4:5: error: part 2 is planned twice\n"
            "  hint: give one of them a different 'part', or delete it\n");
}

TEST(SeriesOrder, PartsMayBeginAtZeroAndThenNothingIsSaidOfTheirNumber) {
  const ExampleBuild built = build_series("planned: [{part: 3, title: Three}]\n", {"0-preface", "1-a", "2-b"});
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(position_of(built, "/s/preface/"), "Post 0 (1 to come)");
  EXPECT_EQ(position_of(built, "/s/b/"), "Post 2 (1 to come)");
}

TEST(SeriesOrder, OfManyIsLeftOutWhereANumberExceedsIt) {
  EXPECT_EQ(position_of(build_series("", {"1-a", "2-b draft: true", "3-c"}), "/s/a/"), "Post 1");
  EXPECT_EQ(position_of(build_series("", {"1-a", "2-b", "3-c draft: true"}), "/s/b/"), "Post 2 of 2");
  // Also for an essay that only its own page shows.
  const ExampleBuild apart = build_series("", {"1-a", "2-b", "3-c listed: false"});
  EXPECT_EQ(position_of(apart, "/s/b/"), "Post 2 of 2");
  EXPECT_EQ(position_of(apart, "/s/c/"), "Post 3");
  // A part 0 that is not shown does not count.
  EXPECT_EQ(position_of(build_series("", {"0-z draft: true", "1-a", "2-b"}), "/s/a/"), "Post 1 of 2");
  EXPECT_EQ(position_of(build_series("planned: [{part: 0, title: Z}]\n", {"1-a", "2-b"}), "/s/a/"),
            "Post 1 (1 to come)");
}

TEST(SeriesOrder, ASeriesOfOne) {
  const ExampleBuild built = build_series("", {"1-a"});
  EXPECT_EQ(position_of(built, "/s/a/"), "Post 1");
  EXPECT_EQ(navigation_view(built.page("/s/a/")), "S Post 1\n");
}

TEST(SeriesOrder, NextMayBeAPromiseAndPreviousNever) {
  const ExampleBuild built = build_series(
      "planned: [{part: 2, title: Two}, {part: 5, title: Five, expected: 2026-08-15}]\n", {"1-a", "3-c", "4-d"});
  EXPECT_EQ(navigation_view(built.page("/s/a/")),
            "S Post 1 of 5 (2 to come)\nnext Two (forthcoming)\n- 1 1-a (here) -> ./\n- 2 Two to come\n- 3 3-c -> "
            "../c/\n- 4 4-d -> ../d/\n- 5 Five to come, expected 15 August 2026\n");
  EXPECT_EQ(navigation_view(built.page("/s/c/")),
            "S Post 3 of 5 (2 to come)\nnext 4-d -> ../d/\nprev Previous post 1-a -> ../a/\n- 1 1-a -> ../a/\n- 2 Two "
            "to come\n- 3 3-c (here) -> ./\n- 4 4-d -> ../d/\n- 5 Five to come, expected 15 August 2026\n");
  EXPECT_EQ(built.page("/s/a/").find("rel=\"next\""), std::string::npos);
}

TEST(SeriesOrder, WhatIsNotPublishedIsNotInTheNavigation) {
  const ExampleBuild built = build_series("", {"1-a", "2-secret draft: true", "3-soon date: 2027-01-01", "4-d"});
  for (const auto& [path, text] : built.outputs) {
    EXPECT_EQ(text.find("secret"), std::string::npos) << path;
    EXPECT_EQ(text.find("3-soon"), std::string::npos) << path;
  }
  EXPECT_EQ(navigation_view(built.page("/s/a/")),
            "S Post 1\nnext 4-d -> ../d/\n- 1 1-a (here) -> ./\n- 4 4-d -> ../d/\n");
}

TEST(SeriesOrder, UpToFortyPartsAreAllListedAndBeyondOnlyNeighboursAndEnds) {
  for (const int count : {40, 41, 45}) {
    std::vector<std::string> files;
    for (int i = 1; i <= count; ++i) files.push_back(fmt::format("{:02}-p{}", i, i));
    const ExampleBuild built = build_series("", files);
    EXPECT_EQ(built.diagnostics, "");
    const std::string view = navigation_view(built.page("/s/p20/"));
    const auto lines = std::count(view.begin(), view.end(), '\n');
    EXPECT_EQ(lines, count <= 40 ? count + 3 : 3 + 2 + 1 + 11 + 1 + 2) << view;
    for (const char* const shown : {"- 1 ", "- 2 ", "- 15 ", "- 25 "})
      EXPECT_NE(view.find(shown), std::string::npos) << view;
    EXPECT_EQ(view.find("- 14 ") == std::string::npos, count > 40) << view;
    EXPECT_NE(view.find(fmt::format("- {} ", count)), std::string::npos) << view;
    const std::string first = navigation_view(built.page("/s/p1/"));
    EXPECT_NE(first.find("- 6 "), std::string::npos);
    EXPECT_EQ(first.find("- 7 ") == std::string::npos, count > 40) << first;
  }
}

// Both navigations agree, and if there is no planned part in between, next and previous are inverse.
TEST(SeriesOrder, NextAndPreviousInvert) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    std::vector<std::string> files;
    std::string planned = "planned:\n";
    bool has_plans = false;
    for (int i = 1; i <= 9; ++i) {
      const int what = below(6);
      if (what == 0) planned += fmt::format("  - {{part: {}, title: P{}}}\n", i, i), has_plans = true;
      if (what == 1) files.push_back(fmt::format("{}-n{} draft: true", i, i));
      if (what == 2) files.push_back(fmt::format("{}-n{} date: 2027-01-01", i, i));
      if (what > 2) files.push_back(fmt::format("{}-n{}", i, i));
    }
    const ExampleBuild built = build_series(has_plans ? planned : "", files);
    std::map<std::string, std::string> next, previous;
    for (int i = 1; i <= 9; ++i) {
      const std::string page = built.page(fmt::format("/s/n{}/", i));
      if (page.starts_with("there is no")) continue;
      std::vector<std::string> nexts, previouses;
      for (std::string_view line : lines_of(page)) {
        if (line.find("rel=\"next\"") != std::string_view::npos) nexts.push_back(between(line, "href=\"", "\""));
        if (line.find("rel=\"prev\"") != std::string_view::npos) previouses.push_back(between(line, "href=\"", "\""));
      }
      ASSERT_TRUE(nexts.empty() || (nexts.size() == 2 && nexts[0] == nexts[1])) << seed << page;
      ASSERT_TRUE(previouses.empty() || (previouses.size() == 2 && previouses[0] == previouses[1])) << seed << page;
      const std::string self = fmt::format("../n{}/", i);
      if (!nexts.empty()) next[self] = nexts[0];
      if (!previouses.empty()) previous[self] = previouses[0];
    }
    for (const auto& [page, following] : next) EXPECT_EQ(previous[following], page) << seed;
    for (const auto& [page, before] : previous) {
      EXPECT_TRUE(next.count(before) == 0 || next[before] == page) << seed;
      EXPECT_TRUE(has_plans || next.count(before) == 1) << seed;
    }
  }
}

}  // namespace
}  // namespace causerie
