// What readers are told of an essay's past, from repositories of many kinds.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/memory_files.h"
#include "base/text.h"
#include "build/build_site.h"
#include "build/check_site.h"
#include "formats/html.h"
#include "support/git_repository.h"
#include "support/golden.h"
#include "system/disk.h"
#include "unit/read_page.h"

namespace causerie {
namespace {

using Lines = std::vector<std::string>;

std::string essay(std::string_view text, std::string_view keys = "") {
  return "---\ntitle: Naps\ndate: 2024-01-01\n" + std::string(keys) + "---\n" + std::string(text) + "\n";
}

constexpr std::string_view page = "essays/naps/history/index.html";

class History : public testing::Test {
 protected:
  History() {
    put("site.yaml", "title: Letters\nbase_url: https://letters.example/\nhistory: true\ntimezone: Europe/Paris\n");
  }

  std::string in_site(const std::string& path) const { return prefix_.empty() ? path : prefix_ + "/" + path; }
  void put(const std::string& path, std::string_view text) { repository.write(in_site(path), text); }
  void commit(std::string_view when, std::string_view text) { commit_file(when, "content/essays/naps.md", text); }
  void commit_file(std::string_view when, const std::string& path, std::string_view text) {
    repository.commit(when, {{in_site(path), std::string(text)}});
  }

  // Into memory; the notes of the build before are found.
  void build(const std::string& folder = "", BuildOptions options = {}) {
    const std::string site = (folder.empty() ? repository.folder() : folder) + (prefix_.empty() ? "" : "/" + prefix_);
    options.day = Day{2026, 6, 1};
    diagnostics = {};
    const auto files = disk_files(site, FollowLinks::yes), notes = disk_files(site + "/.causerie", FollowLinks::no);
    const auto built = build_site({*files, destination, *notes}, options, diagnostics);
    ASSERT_TRUE(built) << built.failure().reason;
    outputs = destination.contents();
    kept = read_tree(site + "/.causerie");
    for (const auto* all : {&outputs, &kept}) {
      for (const auto& [path, bytes] : *all) {
        EXPECT_EQ(bytes.find("canary"), std::string::npos) << path;
        EXPECT_EQ(bytes.find("A message that nobody"), std::string::npos) << path;
      }
    }
  }

  Lines said() const {
    Lines lines;
    for (const Diagnostic& one : diagnostics.sorted()) lines.push_back(one.message);
    return lines;
  }

  // A line for each revision: its time, and what changed.
  Lines revisions(std::string_view path = page) const {
    Lines lines;
    const auto found = outputs.find(std::string(path));
    if (found == outputs.end()) return {"no page"};
    std::string_view rest = found->second;
    for (auto at = rest.find("<section class=\"revision\">"); at != std::string_view::npos;
         at = rest.find("<section class=\"revision\">")) {
      rest.remove_prefix(at + 1);
      const std::string_view section = rest.substr(0, rest.find("</section>"));
      std::string line = between(section, "datetime=\"", "\"");
      for (std::string block(section); block.find("<p class=\"changed") != std::string::npos;) {
        block = block.substr(block.find("<p class=\"changed"));
        line += " | " + text_of_html(between(block, ">", "</p>"));
        block = block.substr(1);
      }
      lines.push_back(replace_all(replace_all(line, "removed: ", "-"), "added: ", "+"));
    }
    return lines;
  }
  std::string updated() const {
    const auto found = outputs.find("essays/naps/index.html");
    return found == outputs.end() ? "no page" : between(found->second, "class=\"dt-updated\" datetime=\"", "\"");
  }

  GitRepository repository;
  std::string prefix_;
  MemoryFiles destination{FollowLinks::no};
  std::map<std::string, std::string> outputs, kept;
  Diagnostics diagnostics;
};

TEST_F(History, EachRevisionAfterPublicationIsShownNewestFirst) {
  commit("2024-01-01T10:00Z", essay("One two three."));
  commit("2024-02-01T10:00Z", essay("One two four."));
  commit("2024-03-01T23:30Z", essay("One two four five."));
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions(), (Lines{"2024-03-02T00:30:00+01:00 | One two four [+five].",
                                "2024-02-01T11:00:00+01:00 | One two [-three] [+four]."}));
  EXPECT_EQ(updated(), "2024-03-02T00:30:00+01:00");
  const std::string& shown = outputs["essays/naps/index.html"];
  EXPECT_EQ(between(shown, "<span><a href=\"history/\">", "</a>"),
            "revised on <time class=\"dt-updated\" datetime=\"2024-03-02T00:30:00+01:00\">2 March 2024</time>");
  EXPECT_NE(outputs["feed.xml"].find("<updated>2024-03-02T00:30:00+01:00</updated>"), std::string::npos);
  EXPECT_NE(outputs["sitemap.xml"].find("<lastmod>2024-03-02</lastmod>"), std::string::npos);
  EXPECT_EQ(outputs["sitemap.xml"].find("history"), std::string::npos);
  EXPECT_EQ(kept.count("history"), 1u);
}

TEST_F(History, WithoutTheSettingGitIsNotAsked) {
  put("site.yaml", "title: Letters\nbase_url: https://letters.example/\n");
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-02-01T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
  EXPECT_EQ(kept.count("history"), 0u);
}

TEST_F(History, AnUpdatedThatIsWrittenWins) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-02-01T10:00Z", essay("Two.", "updated: 2024-01-15\n"));
  build();
  EXPECT_EQ(updated(), "2024-01-15");
  EXPECT_EQ(revisions().size(), 1u);
}

TEST_F(History, AnEssayThatNeverChangedHasNoPageAndNoDateOfRevision) {
  commit("2024-01-01T10:00Z", essay("One."));
  put("content/essays/naps.md", essay("Not committed."));
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
  EXPECT_EQ(outputs["essays/naps/index.html"].find("history"), std::string::npos);
}

TEST_F(History, ADayIsOneRevisionAndWhatWasTakenBackIsNone) {
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

TEST_F(History, FrontMatterAndMarkupAloneAreNoRevision) {
  commit("2024-01-01T10:00Z", essay("One *two*."));
  commit("2024-02-01T10:00Z", essay("One *two*.", "tags: [sleep]\nsummary: A secret summary.\n"));
  commit("2024-03-01T10:00Z", essay("One **two**."));
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
}

TEST_F(History, NoWordThatStoodOnlyInADraftIsShown) {
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
  for (const auto* all : {&outputs, &kept}) {
    for (const auto& [path, bytes] : *all) EXPECT_EQ(bytes.find("Secret"), std::string::npos) << path;
  }
}

TEST_F(History, ADraftHasNoHistoryThoughItIsShown) {
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

TEST_F(History, WhatWasReplacedBeforeItsDateCameWasNeverPublic) {
  commit("2023-12-01T10:00Z", essay("Secret."));
  commit("2023-12-31T22:30Z", essay("Secret as well."));
  commit("2023-12-31T22:59Z", essay("As published."));
  commit("2024-01-01T00:00Z", essay("As mended."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-01T01:00:00+01:00 | As [-published] [+mended]."});
}

TEST_F(History, TheDateMayBeInTheFileName) {
  commit_file("2023-12-01T10:00Z", "content/essays/2024-01-01-naps.md", "---\ntitle: Naps\n---\nSecret.\n");
  commit_file("2023-12-02T10:00Z", "content/essays/2024-01-01-naps.md", "---\ntitle: Naps\n---\nOne.\n");
  commit_file("2024-02-01T10:00Z", "content/essays/2024-01-01-naps.md", "---\ntitle: Naps\n---\nTwo.\n");
  build();
  EXPECT_EQ(revisions(), Lines{"2024-02-01T11:00:00+01:00 | [-One] [+Two]."});
}

TEST_F(History, RenamesAreFollowed) {
  const std::string long_text = "A line that stays.\nAnother one.\nA third one.\nAnd one more.\n";
  commit_file("2024-01-01T10:00Z", "content/essays/dozing.md", essay(long_text + "One."));
  commit_file("2024-01-02T10:00Z", "content/essays/dozing.md", essay(long_text + "Two."));
  repository.commit("2024-01-03T10:00Z", {{"content/essays/dozing.md", std::nullopt},
                                          {"content/essays/sleep.md", essay(long_text + "Two.")}});
  repository.commit("2024-01-04T10:00Z", {{"content/essays/sleep.md", std::nullopt},
                                          {"content/essays/naps.md", essay(long_text + "Three.")},
                                          {"content/essays/unlike.md", essay("Nothing of it.")}});
  // Another essay takes the old name, and has no part in what was there.
  commit_file("2024-01-05T10:00Z", "content/essays/dozing.md", essay("Of its own.", "slug: dozing\n"));
  build();
  EXPECT_EQ(
      revisions(),
      (Lines{"2024-01-04T11:00:00+01:00 | A line that stays. Another one. A third one. And one more. [-Two] [+Three].",
             "2024-01-02T11:00:00+01:00 | A line that stays. Another one. A third one. And one more. [-One] [+Two]."}));
  EXPECT_EQ(revisions("essays/dozing/history/index.html"), Lines{"no page"});
}

TEST_F(History, TwoFilesMayChangePlacesThroughAThird) {
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

TEST_F(History, AFileThatWasDeletedAndCameBackIsTheSame) {
  commit("2024-01-01T10:00Z", essay("One."));
  repository.commit("2024-01-02T10:00Z", {{"content/essays/naps.md", std::nullopt}});
  commit("2024-01-03T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-03T11:00:00+01:00 | [-One] [+Two]."});
}

TEST_F(History, WhatLayInAHiddenFolderWasNotPublic) {
  commit_file("2024-01-01T10:00Z", "content/_notes/naps.md",
              essay("Secret and so much more, line by line.\nA\nB\nC\nD"));
  repository.commit("2024-01-02T10:00Z",
                    {{"content/_notes/naps.md", std::nullopt},
                     {"content/essays/naps.md", essay("Public and so much more, line by line.\nA\nB\nC\nD")}});
  build();
  EXPECT_EQ(revisions(), Lines{"no page"});
}

TEST_F(History, OfAMergeOnlyWhatCameIsShown) {
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

TEST_F(History, PagesHaveOneToo) {
  commit_file("2024-01-01T10:00Z", "content/about.md", "---\ntitle: About\n---\nOne.\n");
  commit_file("2024-01-02T10:00Z", "content/about.md", "---\ntitle: About\n---\nTwo.\n");
  commit_file("2024-01-01T10:00Z", "content/index.md", "One.\n");
  commit_file("2024-01-02T10:00Z", "content/index.md", "Two.\n");
  build();
  EXPECT_EQ(revisions("about/history/index.html").size(), 1u);
  EXPECT_EQ(outputs.count("history/index.html"), 0u);
  EXPECT_NE(outputs["about/index.html"].find("revised on"), std::string::npos);
}

TEST_F(History, TheSiteMayLieDeepInTheRepository) {
  prefix_ = "web/site";
  put("site.yaml", "title: Letters\nbase_url: https://letters.example/\nhistory: true\n");
  repository.commit("2024-01-01T10:00Z", {{"content/essays/naps.md", essay("Elsewhere.")}});
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-02T10:00:00Z | [-One] [+Two]."});
}

TEST_F(History, TheContentMayBeARepositoryOfItsOwn) {
  repository.commit("2024-01-01T10:00Z", {{"essays/naps.md", essay("One.")}});
  repository.commit("2024-01-02T10:00Z", {{"essays/naps.md", essay("Two.")}});
  const auto outer = repository.outside("outer");
  write_file(outer / "site.yaml", "title: Letters\nbase_url: https://letters.example/\nhistory: true\n");
  repository.git("clone --quiet . ../outer/content");
  build(outer.string());
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions().size(), 1u);
}

TEST_F(History, ALinkedWorktreeHasTheSamePast) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  repository.git("worktree add --quiet --detach ../second main");
  std::filesystem::copy(repository.folder() + "/site.yaml", repository.outside("second/site.yaml"));
  build(repository.outside("second").string());
  EXPECT_EQ(revisions().size(), 1u);
}

TEST_F(History, AShallowCloneSaysSoAndShowsWhatItHas) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  commit("2024-01-03T10:00Z", essay("Three."));
  repository.git("config uploadpack.allowFilter true");
  const std::string source = "file://" + repository.folder();
  repository.git("clone --quiet --depth 1 " + source + " ../one");
  repository.git("clone --quiet --depth 2 " + source + " ../two");
  for (const char* name : {"one", "two"})
    std::filesystem::copy(repository.folder() + "/site.yaml", repository.outside(name) / "site.yaml");
  const Lines warning{"this is a shallow clone: revisions before its oldest commit are not known, and not shown"};
  build(repository.outside("one").string());
  EXPECT_EQ(said(), warning);
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
  build(repository.outside("two").string());
  EXPECT_EQ(said(), warning);
  EXPECT_EQ(revisions(), Lines{"2024-01-03T11:00:00+01:00 | [-Two] [+Three]."});
  EXPECT_EQ(kept.count("history"), 0u);
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions().size(), 2u);
}

TEST_F(History, TextsThatAPartialCloneLacksAreLeftOutWithAWarning) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  repository.git("config uploadpack.allowFilter true");
  repository.git("clone --quiet --filter=blob:none file://" + repository.folder() + " ../partial");
  std::filesystem::copy(repository.folder() + "/site.yaml", repository.outside("partial/site.yaml"));
  build(repository.outside("partial").string());
  EXPECT_EQ(said(), Lines{"git has not all texts of the past here: 1 of them are left out"});
  EXPECT_EQ(revisions(), Lines{"no page"});
}

TEST_F(History, WithoutARepositoryOrACommitThereIsNone) {
  put("content/essays/naps.md", essay("One."));
  build();
  EXPECT_EQ(said(), Lines());  // a repository that is not used yet
  std::filesystem::rename(repository.folder() + "/.git", repository.outside("git"));
  build();
  EXPECT_EQ(said(), Lines{"'history' is on, but the site is in no git repository"});
}

TEST_F(History, ABrokenRepositoryIsAWarning) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  repository.git("repack -q -a -d");
  for (const auto& file : std::filesystem::recursive_directory_iterator(repository.folder() + "/.git/objects")) {
    if (!file.is_directory()) std::filesystem::remove(file.path());
  }
  build();
  ASSERT_EQ(said().size(), 1u);
  EXPECT_TRUE(said()[0].starts_with("'history' is on, but git's repository cannot be read: ")) << said()[0];
  EXPECT_EQ(outputs.count("essays/naps/index.html"), 1u);
}

TEST_F(History, ARepositoryOfAnotherHashIsAWarning) {
  put("content/essays/naps.md", essay("One."));
  std::filesystem::remove_all(repository.folder() + "/.git");
  repository.git("init --quiet --object-format=sha256");
  build();
  ASSERT_EQ(said().size(), 1u);
  EXPECT_TRUE(said()[0].starts_with("'history' is on, but git's repository cannot be read: ")) << said()[0];
}

TEST_F(History, AVersionThatIsNoTextIsLeftOut) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Caf\xE9."));
  commit("2024-01-03T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-03T11:00:00+01:00 | [-One] [+Two]."});
}

TEST_F(History, MarkupInATextStaysText) {
  commit("2024-01-01T10:00Z", essay("One `<b>`."));
  commit("2024-01-02T10:00Z", essay("One `<script>`, and an &amp;."));
  build();
  EXPECT_NE(outputs[std::string(page)].find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(outputs[std::string(page)].find("<script"), std::string::npos);
}

TEST_F(History, AFileInTheWayOfAHistoryIsACollision) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  put("content/essays/naps/history/index.html", "Mine.");
  build();
  ASSERT_EQ(said().size(), 1u);
  EXPECT_NE(said()[0].find("would be made twice"), std::string::npos) << said()[0];
}

TEST_F(History, ALinkMayLeadToIt) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two, [once one](/essays/naps/history/)."));
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_NE(outputs["essays/naps/index.html"].find("<a class=\"ref\" href=\"history/\">once one</a>"),
            std::string::npos);
}

TEST_F(History, NotesSaveWorkAndChangeNothing) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  build();
  const std::string noted = kept["history"];
  const auto file = std::filesystem::path(repository.folder()) / ".causerie/history";
  const auto written = std::filesystem::last_write_time(file);
  build();
  EXPECT_EQ(kept["history"], noted);
  EXPECT_EQ(std::filesystem::last_write_time(file), written);

  // Notes that somebody changed are as good as none.
  std::string broken = noted;
  broken[broken.size() / 2] ^= 1;
  write_file(file, broken);
  build();
  EXPECT_EQ(kept["history"], noted);

  // A past that was written anew is read anew.
  repository.git("update-ref -d refs/heads/main");
  commit("2024-01-01T10:00Z", essay("Uno."));
  commit("2024-01-02T10:00Z", essay("Due."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-02T11:00:00+01:00 | [-Uno] [+Due]."});
}

TEST_F(History, CheckSaysWhatABuildSays) {
  put("content/essays/naps.md", essay("One."));
  std::filesystem::rename(repository.folder() + "/.git", repository.outside("git"));
  build();
  Diagnostics checked;
  SiteOptions options;
  options.day = Day{2026, 6, 1};
  KeptReadings none;
  ASSERT_TRUE(check_site(*disk_files(repository.folder(), FollowLinks::yes), options, none, checked));
  std::vector<Diagnostic> said = checked.sorted();
  std::erase_if(said, [](const Diagnostic& one) { return one.severity == Severity::note; });
  EXPECT_EQ(said, diagnostics.sorted());
  EXPECT_FALSE(said.empty());
}

// Whatever is committed, what a build adds to its notes gives the bytes of a build without.
TEST_F(History, AnIncrementalBuildEqualsACleanOne) {
  static constexpr std::string_view keys[] = {"", "", "", "draft: true\n", "date: 2024-02-09\n"};
  std::uint64_t state = 5;
  const auto random = [&](std::uint64_t n) {
    return (state = state * 6364136223846793005U + 1442695040888963407U, (state >> 33) % n);
  };
  for (int day = 1; day <= 24; ++day) {
    GitRepository::Changes changes;
    const std::string path = "content/essays/naps" + std::to_string(random(3)) + ".md";
    const std::string other = "content/essays/naps" + std::to_string(random(3)) + ".md";
    changes[path] =
        fmt::format("---\ntitle: Naps\n{}---\nThe same line.\nAnd another.\n\nOne {}.\n", keys[random(5)], random(4));
    if (other != path && std::filesystem::exists(repository.folder() + "/" + other) && random(2) == 0)
      changes[other] = std::nullopt;
    repository.commit(fmt::format("2024-02-{:02}T10:00Z", 1 + day / 2), changes);
    build();
    const auto incremental = outputs;
    MemoryFiles fresh_destination{FollowLinks::no}, fresh_notes{FollowLinks::no};
    BuildOptions options;
    options.day = Day{2026, 6, 1};
    Diagnostics fresh;
    const auto files = disk_files(repository.folder(), FollowLinks::yes);
    std::filesystem::remove(repository.folder() + "/.causerie/history");
    ASSERT_TRUE(build_site({*files, fresh_destination, fresh_notes}, options, fresh));
    write_file(repository.folder() + "/.causerie/history", kept["history"]);
    ASSERT_EQ(fresh.sorted(), diagnostics.sorted()) << day;
    ASSERT_EQ(fresh_destination.contents(), incremental) << day;
  }
}

}  // namespace
}  // namespace causerie
