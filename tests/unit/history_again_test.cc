// The stored history saves work, and does not change the output.
#include <fmt/format.h>

#include <filesystem>

#include "pipeline/prepare_site.h"
#include "support/golden.h"
#include "system/disk.h"
#include "unit/history_site.h"

namespace causerie {
namespace {

class HistoryAgain : public HistorySite {
 protected:
  std::filesystem::path at(const std::string& path) const { return std::filesystem::path(repository.folder()) / path; }
  void commit_two() {
    commit("2024-01-01T10:00Z", essay("One."));
    commit("2024-01-02T10:00Z", essay("Two."));
  }

  // Builds into an empty destination, with the stored history.
  std::map<std::string, std::string> made_from_cache() {
    MemoryFiles nothing{FollowLinks::no};
    BuildOptions options;
    options.day = Day{2026, 6, 1};
    Diagnostics again;
    const auto files = disk_files(repository.folder(), FollowLinks::yes);
    cache.store().remove_all("last build");
    EXPECT_TRUE(build_site({*files, nothing, internal, cache}, options, again));
    EXPECT_EQ(again.sorted(), diagnostics.sorted());
    return nothing.contents();
  }
  std::string stored() { return cache.store().find("history", "").value_or("nothing"); }
  void store(std::string_view bytes) {
    cache.store().put("history", "", bytes);
    cache.store().commit();
  }
};

TEST_F(HistoryAgain, TheStoredHistoryStaysAsItIs) {
  commit_two();
  build();
  const std::string before = stored();
  EXPECT_GT(before.size(), 100u);
  build();
  EXPECT_EQ(stored(), before);
}

TEST_F(HistoryAgain, AStoredHistoryThatIsGoneOrBrokenGivesTheSame) {
  commit_two();
  build();
  const std::string before = stored();
  for (const std::string& bytes : {std::string(), before.substr(0, before.size() / 2), before + "x"}) {
    store(bytes);
    EXPECT_EQ(made_from_cache(), outputs);
    EXPECT_EQ(stored(), before);
  }
  cache.store().remove_all("history");
  EXPECT_EQ(made_from_cache(), outputs);
  EXPECT_EQ(stored(), before);
}

TEST_F(HistoryAgain, APastThatWasWrittenAnewIsReadAnew) {
  commit_two();
  build();
  repository.git("update-ref -d refs/heads/main");
  commit("2024-01-01T10:00Z", essay("Uno."));
  commit("2024-01-02T10:00Z", essay("Due."));
  build();
  EXPECT_EQ(revisions(), Lines{"2024-01-02T11:00:00+01:00 | [-Uno] [+Due]."});
}

TEST_F(HistoryAgain, ACopyOfTheSiteBesideItHasAPastOfItsOwn) {
  commit_two();
  build();
  std::filesystem::create_directories(at("copy"));
  for (const char* part : {"site.yaml", "content"})
    std::filesystem::copy(at(part), at("copy") / part, std::filesystem::copy_options::recursive);
  build(at("copy").string());
  EXPECT_EQ(revisions(), Lines{"no page"});
}

TEST_F(HistoryAgain, WhereNothingIsNewGitIsNotAsked) {
  commit_two();
  build();
  std::filesystem::rename(at(".git/objects"), at("objects"));
  put("content/essays/other.md", essay("Not committed."));
  build();
  EXPECT_EQ(said(), Lines());
  EXPECT_EQ(revisions(), Lines{"2024-01-02T11:00:00+01:00 | [-One] [+Two]."});
}

// The preview reads a site repeatedly.
TEST_F(HistoryAgain, ThePreviewAsksGitOnce) {
  commit_two();
  const auto revisions_read_again = [&] {
    const auto files = disk_files(repository.folder(), FollowLinks::yes);
    Diagnostics again;
    StepTimes times;
    const auto prepared = prepare_site(*files, {}, cache, times, again);
    EXPECT_TRUE(prepared && again.items().empty());
    return prepared ? (*prepared)->site.essays.back().revisions.size() : 0;
  };
  EXPECT_EQ(revisions_read_again(), 1u);
  std::filesystem::rename(at(".git/objects"), at("objects"));
  for (const char* text : {"Not committed.", "Nor this."}) {
    put("content/essays/a.md", essay(text));
    EXPECT_EQ(revisions_read_again(), 1u);
  }
}

// A page that is rendered again needs texts from git; those that git has lost are not shown, without an error.
TEST_F(HistoryAgain, TextsThatGitLostSinceAreNotShown) {
  commit_two();
  build();
  std::filesystem::rename(at(".git/objects"), at("objects"));
  auto made = made_from_cache();
  EXPECT_EQ(made[std::string(page)].find("class=\"changed"), std::string::npos);
  std::filesystem::rename(at("objects"), at(".git/objects"));
  EXPECT_EQ(made_from_cache(), outputs);
}

// Whatever is committed, a build that extends the stored history makes the same bytes as one without; so does a build
// that renders all pages from the stored history.
TEST_F(HistoryAgain, AnIncrementalBuildEqualsACleanOne) {
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
    if (other != path && std::filesystem::exists(at(other)) && random(2) == 0) changes[other] = std::nullopt;
    repository.commit(fmt::format("2024-02-{:02}T10:00Z", 1 + day / 2), changes);
    build();
    const auto incremental = outputs;
    ASSERT_EQ(made_from_cache(), incremental) << day;
    MemoryFiles fresh_destination{FollowLinks::no}, fresh_internal{FollowLinks::no};
    BuildCache fresh_cache;
    BuildOptions options;
    options.day = Day{2026, 6, 1};
    Diagnostics fresh;
    const auto files = disk_files(repository.folder(), FollowLinks::yes);
    ASSERT_TRUE(build_site({*files, fresh_destination, fresh_internal, fresh_cache}, options, fresh));
    ASSERT_EQ(fresh.sorted(), diagnostics.sorted()) << day;
    ASSERT_EQ(fresh_destination.contents(), incremental) << day;
  }
}

}  // namespace
}  // namespace causerie
