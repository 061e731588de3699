// The history in repositories of many kinds.
#include <algorithm>
#include <filesystem>

#include "pipeline/check_site.h"
#include "support/golden.h"
#include "system/disk.h"
#include "unit/history_site.h"

namespace causerie {
namespace {

class HistoryOfRepositories : public HistorySite {};

TEST_F(HistoryOfRepositories, TheSiteMayLieDeepInTheRepository) {
  prefix_ = "web/site";
  put("site.yaml", "title: Letters\nbase_url: https://letters.example/\nhistory: true\n");
  repository.commit("2024-01-01T10:00Z", {{"content/essays/naps.md", essay("Elsewhere.")}});
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-02T10:00:00Z | [-One] [+Two]."});
}

TEST_F(HistoryOfRepositories, TheContentMayBeARepositoryOfItsOwn) {
  repository.commit("2024-01-01T10:00Z", {{"essays/naps.md", essay("One.")}});
  repository.commit("2024-01-02T10:00Z", {{"essays/naps.md", essay("Two.")}});
  const auto outer = repository.outside("outer");
  write_file(outer / "site.yaml", "title: Letters\nbase_url: https://letters.example/\nhistory: true\n");
  repository.git("clone --quiet . ../outer/content");
  build(outer.string());
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions().size(), 1u);
}

TEST_F(HistoryOfRepositories, ALinkedWorktreeHasTheSamePast) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  repository.git("worktree add --quiet --detach ../second main");
  std::filesystem::copy(repository.folder() + "/site.yaml", repository.outside("second/site.yaml"));
  build(repository.outside("second").string());
  EXPECT_EQ(revisions().size(), 1u);
}

TEST_F(HistoryOfRepositories, AShallowCloneSaysSoAndShowsWhatItHas) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  commit("2024-01-03T10:00Z", essay("Three."));
  repository.git("config uploadpack.allowFilter true");
  const std::string source = "file://" + repository.folder();
  repository.git("clone --quiet --depth 1 " + source + " ../one");
  repository.git("clone --quiet --depth 2 " + source + " ../two");
  for (const char* name : {"one", "two"})
    std::filesystem::copy(repository.folder() + "/site.yaml", repository.outside(name) / "site.yaml");
  const Lines warning{"this is a shallow clone: revisions before its oldest commit are unknown and not shown"};
  build(repository.outside("one").string());
  EXPECT_EQ(said(), warning);
  EXPECT_EQ(revisions(), Lines{"no page"});
  EXPECT_EQ(updated(), "");
  build(repository.outside("two").string());
  EXPECT_EQ(said(), warning);
  EXPECT_EQ(revisions(), Lines{"2024-01-03T11:00:00+01:00 | [-Two] [+Three]."});
  EXPECT_FALSE(cache.store().find("history", ""));
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions().size(), 2u);
}

TEST_F(HistoryOfRepositories, TextsThatAPartialCloneLacksAreLeftOutWithAWarning) {
  commit("2024-01-01T10:00Z", essay("One."));
  commit("2024-01-02T10:00Z", essay("Two."));
  repository.git("config uploadpack.allowFilter true");
  repository.git("clone --quiet --filter=blob:none file://" + repository.folder() + " ../partial");
  std::filesystem::copy(repository.folder() + "/site.yaml", repository.outside("partial/site.yaml"));
  build(repository.outside("partial").string());
  EXPECT_EQ(said(), Lines{"this clone does not contain all earlier versions: 1 of them are left out"});
  EXPECT_EQ(revisions(), Lines{"no page"});
}

TEST_F(HistoryOfRepositories, WithoutARepositoryOrACommitThereIsNone) {
  put("content/essays/naps.md", essay("One."));
  build();
  EXPECT_EQ(said(), Lines());  // a repository without commits
  std::filesystem::rename(repository.folder() + "/.git", repository.outside("git"));
  build();
  EXPECT_EQ(said(), Lines{"'history' is on, but the site is not in a git repository"});
}

TEST_F(HistoryOfRepositories, AnUnknownExtensionIsNamedAsGitNamesIt) {
  commit("2024-01-01T10:00Z", essay("One."));
  repository.git("config core.repositoryformatversion 1");
  repository.git("config extensions.nosuchthing true");
  build();
  EXPECT_EQ(said(), Lines{"'history' is on, but git refuses the site's repository: unknown repository extension found: "
                          "nosuchthing"});
}

TEST_F(HistoryOfRepositories, ABrokenRepositoryIsAWarning) {
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

TEST_F(HistoryOfRepositories, ARepositoryOfAnotherHashIsAWarning) {
  put("content/essays/naps.md", essay("One."));
  std::filesystem::remove_all(repository.folder() + "/.git");
  repository.git("init --quiet --object-format=sha256");
  build();
  ASSERT_EQ(said().size(), 1u);
  EXPECT_TRUE(said()[0].starts_with("'history' is on, but git's repository cannot be read: ")) << said()[0];
}

TEST_F(HistoryOfRepositories, CheckSaysWhatABuildSays) {
  put("content/essays/naps.md", essay("One."));
  std::filesystem::rename(repository.folder() + "/.git", repository.outside("git"));
  build();
  Diagnostics checked;
  SiteOptions options;
  options.day = Day{2026, 6, 1};
  BuildCache none;
  ASSERT_TRUE(check_site(*disk_files(repository.folder(), FollowLinks::yes), options, none, checked));
  std::vector<Diagnostic> said = checked.sorted();
  std::erase_if(said, [](const Diagnostic& one) { return one.severity == Severity::note; });
  EXPECT_EQ(said, diagnostics.sorted());
  EXPECT_FALSE(said.empty());
}

}  // namespace
}  // namespace causerie
