// Everything that changes the history in git changes the git state that is stored with it.
#include "system/git_state.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <utility>

#include "support/git_repository.h"
#include "support/golden.h"

namespace causerie {
namespace {

class GitState : public testing::Test {
 protected:
  void commit(std::string_view text) { repository.commit("2024-01-01T10:00Z", {{"content/a.md", std::string(text)}}); }
  std::string state() const { return git_state(repository.folder() + "/content"); }
  // True if the state differs from the one at the last call.
  bool has_changed() {
    const std::string before = std::exchange(state_, state());
    EXPECT_EQ(state(), state_);
    return before != state_;
  }

  GitRepository repository;
  std::string state_;
};

TEST_F(GitState, ChangesWithTheCommitThatIsCheckedOut) {
  EXPECT_TRUE(has_changed());
  commit("One.");
  EXPECT_TRUE(has_changed());
  commit("Two.");
  EXPECT_TRUE(has_changed());
  repository.git("checkout --quiet -f --detach main^");
  EXPECT_TRUE(has_changed());
  repository.git("checkout --quiet -f main");
  EXPECT_TRUE(has_changed());
  repository.write("content/a.md", "Not committed.");
  repository.git("branch other main^");
  EXPECT_FALSE(has_changed());
  repository.git("update-ref refs/heads/main main^");
  EXPECT_TRUE(has_changed());
}

TEST_F(GitState, ChangesWithAReferenceThatIsPacked) {
  commit("One.");
  commit("Two.");
  repository.git("pack-refs --all");
  has_changed();
  EXPECT_FALSE(std::filesystem::exists(repository.folder() + "/.git/refs/heads/main"));
  commit("Three.");
  EXPECT_TRUE(has_changed());
  repository.git("pack-refs --all");
  has_changed();
  repository.git("update-ref refs/heads/main main^^");
  EXPECT_TRUE(has_changed());
}

TEST_F(GitState, ChangesThroughReferencesToReferences) {
  commit("One.");
  commit("Two.");
  repository.git("symbolic-ref refs/heads/current refs/heads/main");
  repository.git("symbolic-ref HEAD refs/heads/current");
  has_changed();
  commit("Three.");
  EXPECT_TRUE(has_changed());
  repository.git("symbolic-ref refs/heads/main refs/heads/main");  // a cycle
  EXPECT_TRUE(has_changed());
}

TEST_F(GitState, ChangesWhereTheRepositoryOrItsReachDoes) {
  commit("One.");
  commit("Two.");
  has_changed();
  repository.write(".git/shallow", std::string(40, 'a') + "\n");
  EXPECT_TRUE(has_changed());
  repository.git("config core.worktree /elsewhere");
  EXPECT_TRUE(has_changed());
  std::filesystem::create_directories(repository.folder() + "/content/.git");
  EXPECT_TRUE(has_changed());
  std::filesystem::remove_all(repository.folder() + "/content/.git");
  std::filesystem::rename(repository.folder() + "/.git", repository.outside("git"));
  EXPECT_TRUE(has_changed());
  repository.write(".git", "gitdir: ../git\n");
  EXPECT_TRUE(has_changed());
  commit("Three.");
  EXPECT_TRUE(has_changed());
}

TEST_F(GitState, IsOfTheFolder) {
  commit("One.");
  EXPECT_NE(state(), git_state(repository.folder() + "/copied/content"));
}

TEST_F(GitState, ALinkedWorktreeHasItsOwn) {
  commit("One.");
  commit("Two.");
  repository.git("worktree add --quiet ../second -b second main");
  const auto second = [&] { return git_state(repository.outside("second/content").string()); };
  const std::string before = second();
  EXPECT_NE(before, state());
  has_changed();
  repository.git("branch --force unrelated main^");
  EXPECT_EQ(second(), before);
  repository.git("update-ref refs/heads/second main^");
  EXPECT_NE(second(), before);
  EXPECT_FALSE(has_changed());
}

}  // namespace
}  // namespace causerie
