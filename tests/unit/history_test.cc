// What readers see of an essay's history.
#include "unit/history_site.h"
#include "unit/read_page.h"

namespace causerie {
namespace {

class HistoryOfEssays : public HistorySite {};

TEST_F(HistoryOfEssays, EachRevisionAfterPublicationIsShownNewestFirst) {
  commit("2024-01-01T10:00Z", essay("One two three."));
  commit("2024-02-01T10:00Z", essay("One two four."));
  commit("2024-03-01T23:30Z", essay("One two four five."));
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions(), (Lines{"2024-03-02T00:30:00+01:00 | One two four [+five].",
                                "2024-02-01T11:00:00+01:00 | One two [-three] [+four]."}));
  EXPECT_EQ(updated(), "2024-03-02T00:30:00+01:00");
  const std::string& shown = outputs["essays/naps/index.html"];
  EXPECT_EQ(
      between(shown, "<span><a href=\"history/\">", "</a>"),
      "<span>revised on</span> <time class=\"dt-updated\" datetime=\"2024-03-02T00:30:00+01:00\">2 March 2024</time>");
  EXPECT_NE(outputs["feed.xml"].find("<updated>2024-03-02T00:30:00+01:00</updated>"), std::string::npos);
  EXPECT_NE(outputs["sitemap.xml"].find("<lastmod>2024-03-02</lastmod>"), std::string::npos);
  EXPECT_EQ(outputs["sitemap.xml"].find("history"), std::string::npos);
  EXPECT_TRUE(cache.store().find("history", ""));
}

TEST_F(HistoryOfEssays, WithoutTheSettingGitIsNotAsked) {
  put("site.yaml", "title: Letters\nbase_url: https://letters.example/\n");
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-02-01T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
  EXPECT_FALSE(cache.store().find("history", ""));
}

TEST_F(HistoryOfEssays, AnUpdatedThatIsWrittenWins) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-02-01T10:00Z", essay("Two.", "updated: 2024-01-15\n"));
  build();
  EXPECT_EQ(updated(), "2024-01-15");
  EXPECT_EQ(revisions().size(), 1u);
}

TEST_F(HistoryOfEssays, AnEssayThatNeverChangedHasNoPageAndNoDateOfRevision) {
  commit("2024-01-01T10:00Z", essay("One."));
  put("content/essays/naps.md", essay("Not committed."));
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
  EXPECT_EQ(outputs["essays/naps/index.html"].find("history"), std::string::npos);
}

TEST_F(HistoryOfEssays, ADayIsOneRevisionAndWhatWasTakenBackIsNone) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-01T11:00Z", essay("One two."));
  commit("2024-02-01T09:00Z", essay("One zwei."));
  commit("2024-02-01T10:00Z", essay("One zwei drei."));
  commit("2024-03-01T09:00Z", essay("Nonsense."));
  commit("2024-03-01T10:00Z", essay("One zwei drei."));
  build();
  EXPECT_EQ(revisions(),
            (Lines{"2024-02-01T11:00:00+01:00 | One [-two] [+zwei drei].", "2024-01-01T12:00:00+01:00 | One [+two]."}));
}

TEST_F(HistoryOfEssays, FrontMatterAndMarkupAloneAreNoRevision) {
  commit("2024-01-01T10:00Z", essay("One *two*."));
  commit("2024-02-01T10:00Z", essay("One *two*.", "tags: [sleep]\nsummary: A secret summary.\n"));
  commit("2024-03-01T10:00Z", essay("One **two**."));
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
}

TEST_F(HistoryOfEssays, NoWordThatStoodOnlyInADraftIsShown) {
  commit("2024-01-01T10:00Z", essay("Secret one.", "draft: true\n"));
  commit("2024-01-02T10:00Z", essay("Public one."));
  commit("2024-01-03T10:00Z", essay("Secret two.", "draft: true\n"));
  commit("2024-01-04T10:00Z", essay("Public two."));
  commit("2024-01-05T10:00Z", "---\ntitle: [Secret three\n---\nSecret three.\n");
  commit("2024-01-06T10:00Z", essay("Secret four.", "draft: maybe\n"));
  commit("2024-01-07T10:00Z", essay("Public three."));
  build();
  EXPECT_EQ(revisions(), (Lines{"2024-01-07T11:00:00+01:00 | Public [-two] [+three].",
                                "2024-01-04T11:00:00+01:00 | Public [-one] [+two]."}));
  for (const auto& [path, bytes] : outputs) EXPECT_EQ(bytes.find("Secret"), std::string::npos) << path;
  EXPECT_EQ(cache.store().find("history", "")->find("Secret"), std::string::npos);
}

TEST_F(HistoryOfEssays, ADraftHasNoHistoryThoughItIsShown) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  commit("2024-01-03T10:00Z", essay("Three.", "draft: true\n"));
  BuildOptions options;
  options.drafts = true;
  build("", options);
  EXPECT_EQ(outputs.count("essays/naps/index.html"), 1u);
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
}

TEST_F(HistoryOfEssays, WhatWasReplacedBeforeItsDateCameWasNeverPublic) {
  commit("2023-12-01T10:00Z", essay("Secret."));
  commit("2023-12-31T22:30Z", essay("Secret as well."));
  commit("2023-12-31T22:59Z", essay("As published."));
  commit("2024-01-01T00:00Z", essay("As mended."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-01T01:00:00+01:00 | As [-published] [+mended]."});
}

TEST_F(HistoryOfEssays, TheDateMayBeInTheFileName) {
  commit_file("2023-12-01T10:00Z", "content/essays/2024-01-01-naps.md", "---\ntitle: Naps\n---\nSecret.\n");
  commit_file("2023-12-02T10:00Z", "content/essays/2024-01-01-naps.md", "---\ntitle: Naps\n---\nOne.\n");
  commit_file("2024-02-01T10:00Z", "content/essays/2024-01-01-naps.md", "---\ntitle: Naps\n---\nTwo.\n");
  build();
  EXPECT_EQ(revisions(), Lines{"2024-02-01T11:00:00+01:00 | [-One] [+Two]."});
}

TEST_F(HistoryOfEssays, RenamesAreFollowed) {
  const std::string long_text = "A line that stays.\nAnother one.\nA third one.\nAnd one more.\n";
  commit_file("2024-01-01T10:00Z", "content/essays/dozing.md", essay(long_text + "One."));
  commit_file("2024-01-02T10:00Z", "content/essays/dozing.md", essay(long_text + "Two."));
  repository.commit("2024-01-03T10:00Z", {{"content/essays/dozing.md", std::nullopt},
                                          {"content/essays/sleep.md", essay(long_text + "Two.")}});
  repository.commit("2024-01-04T10:00Z", {{"content/essays/sleep.md", std::nullopt},
                                          {"content/essays/naps.md", essay(long_text + "Three.")},
                                          {"content/essays/unlike.md", essay("Nothing of it.")}});
  // Another essay gets the old name, but not the history of the previous file.
  commit_file("2024-01-05T10:00Z", "content/essays/dozing.md", essay("Of its own.", "slug: dozing\n"));
  build();
  EXPECT_EQ(
      revisions(),
      (Lines{"2024-01-04T11:00:00+01:00 | A line that stays. Another one. A third one. And one more. [-Two] [+Three].",
             "2024-01-02T11:00:00+01:00 | A line that stays. Another one. A third one. And one more. [-One] [+Two]."}));
  EXPECT_EQ(revisions("essays/dozing/history/index.html"), Lines{"no page"});
}

TEST_F(HistoryOfEssays, TwoFilesMayChangePlacesThroughAThird) {
  repository.commit("2024-01-01T10:00Z", {{"content/essays/naps.md", essay("Alpha beta gamma.")},
                                          {"content/essays/other.md", essay("Of quite another thing.")}});
  repository.commit("2024-01-02T10:00Z", {{"content/essays/naps.md", std::nullopt},
                                          {"content/essays/other.md", std::nullopt},
                                          {"content/essays/x.md", essay("Alpha beta gamma.")},
                                          {"content/essays/y.md", essay("Of quite another thing.")}});
  repository.commit("2024-01-03T10:00Z", {{"content/essays/x.md", std::nullopt},
                                          {"content/essays/y.md", std::nullopt},
                                          {"content/essays/naps.md", essay("Of quite another thing.")},
                                          {"content/essays/other.md", essay("Alpha beta gamma.")}});
  commit_file("2024-01-04T10:00Z", "content/essays/other.md", essay("Alpha beta delta."));
  build();
  EXPECT_EQ(revisions("essays/other/history/index.html"),
            Lines{"2024-01-04T11:00:00+01:00 | Alpha beta [-gamma] [+delta]."});
}

TEST_F(HistoryOfEssays, AFileThatWasDeletedAndCameBackIsTheSame) {
  commit("2024-01-01T10:00Z", essay("One."));
  repository.commit("2024-01-02T10:00Z", {{"content/essays/naps.md", std::nullopt}});
  commit("2024-01-03T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-03T11:00:00+01:00 | [-One] [+Two]."});
}

TEST_F(HistoryOfEssays, WhatLayInAHiddenFolderWasNotPublic) {
  commit_file("2024-01-01T10:00Z", "content/_notes/naps.md",
              essay("Secret and so much more, line by line.\nA\nB\nC\nD"));
  repository.commit("2024-01-02T10:00Z",
                    {{"content/_notes/naps.md", std::nullopt},
                     {"content/essays/naps.md", essay("Public and so much more, line by line.\nA\nB\nC\nD")}});
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
}

TEST_F(HistoryOfEssays, OfAMergeOnlyWhatCameIsShown) {
  commit("2024-01-01T10:00Z", essay("One.\n\nTwo."));
  repository.branch_off("side");
  repository.commit("2024-01-02T10:00Z", {{"content/essays/naps.md", essay("One half-written.\n\nTwo.")}}, "side");
  repository.commit("2024-01-03T10:00Z", {{"content/essays/naps.md", essay("One and a half.\n\nTwo.")}}, "side");
  commit("2024-01-04T10:00Z", essay("One.\n\nZwei."));
  repository.commit("2024-01-05T10:00Z", {{"content/essays/naps.md", essay("One and a half.\n\nZwei.")}}, "main",
                    "side");
  build();
  EXPECT_EQ(revisions(),
            (Lines{"2024-01-05T11:00:00+01:00 | One [+and a half].", "2024-01-04T11:00:00+01:00 | [-Two] [+Zwei]."}));
}

TEST_F(HistoryOfEssays, PagesHaveOneToo) {
  commit_file("2024-01-01T10:00Z", "content/about.md", "---\ntitle: About\n---\nOne.\n");
  commit_file("2024-01-02T10:00Z", "content/about.md", "---\ntitle: About\n---\nTwo.\n");
  commit_file("2024-01-01T10:00Z", "content/index.md", "One.\n");
  commit_file("2024-01-02T10:00Z", "content/index.md", "Two.\n");
  build();
  EXPECT_EQ(revisions("about/history/index.html").size(), 1u);
  EXPECT_EQ(outputs.count("history/index.html"), 0u);
  EXPECT_NE(outputs["about/index.html"].find("revised on"), std::string::npos);
}

TEST_F(HistoryOfEssays, AVersionThatIsNoTextIsLeftOut) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Caf\xE9."));
  commit("2024-01-03T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-03T11:00:00+01:00 | [-One] [+Two]."});
}

TEST_F(HistoryOfEssays, MarkupInATextStaysText) {
  commit("2024-01-01T10:00Z", essay("One `<b>`."));
  commit("2024-01-02T10:00Z", essay("One `<script>`, and an &amp;."));
  build();
  EXPECT_NE(outputs[std::string(page)].find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(outputs[std::string(page)].find("<script"), std::string::npos);
}

TEST_F(HistoryOfEssays, AFileInTheWayOfAHistoryIsACollision) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  put("content/essays/naps/history/index.html", "Mine.");
  build();
  ASSERT_EQ(said().size(), 1u);
  EXPECT_NE(said()[0].find("would be written twice"), std::string::npos) << said()[0];
}

TEST_F(HistoryOfEssays, ALinkMayLeadToIt) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two, [once one](/essays/naps/history/)."));
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_NE(outputs["essays/naps/index.html"].find("<a class=\"ref\" href=\"history/\">once one</a>"),
            std::string::npos);
}

}  // namespace
}  // namespace causerie
