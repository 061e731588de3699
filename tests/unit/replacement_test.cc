// Files::replace, on a real folder and in memory.
#include "system/replacement.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "base/memory_files.h"
#include "base/recording_files.h"
#include "base/stat_cache.h"
#include "support/golden.h"
#include "system/disk.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

class Replacement : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "causerie-replace-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    files_ = disk_files((folder_ / "site").string(), FollowLinks::yes);
    ASSERT_TRUE(files_->write("a.md", "old"));
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path site(const std::string& path) const { return folder_ / "site" / path; }
  struct stat raw(const std::string& path) const {
    struct stat found {};
    EXPECT_EQ(::lstat(site(path).c_str(), &found), 0) << path;
    return found;
  }
  std::string names(const std::string& folder = "") const {
    std::string all;
    const std::vector<FolderEntry> entries = *files_->list(folder);
    for (const FolderEntry& entry : entries) all += entry.name + " ";
    return all;
  }
  // As a user who is not root: everything is permitted to root.
  template <class Action>
  void as_nobody(Action action) {
    const bool was_root = ::geteuid() == 0;
    if (was_root) {
      ASSERT_EQ(::setegid(65534), 0);
      ASSERT_EQ(::seteuid(65534), 0);
    }
    action();
    if (was_root) {
      ASSERT_EQ(::seteuid(0), 0);
      ASSERT_EQ(::setegid(0), 0);
    }
  }

  fs::path folder_;
  std::unique_ptr<Files> files_;
};

TEST_F(Replacement, ReplacesWhatWasReadAndReturnsItsStat) {
  const auto stat = files_->replace("a.md", hash_of("old"), "new");
  ASSERT_TRUE(stat);
  EXPECT_EQ(*files_->stat("a.md"), *stat);
  EXPECT_EQ(*files_->read("a.md"), "new");
  EXPECT_EQ(names(), "a.md ");
}

TEST_F(Replacement, AChangeInBetweenIsNotLost) {
  ASSERT_TRUE(files_->write("a.md", "theirs"));
  const auto replaced = files_->replace("a.md", hash_of("old"), "new");
  ASSERT_FALSE(replaced);
  EXPECT_EQ(replaced.failure().action, "cannot write");
  EXPECT_EQ(replaced.failure().path, site("a.md").string());
  EXPECT_EQ(replaced.failure().reason, "it was changed since it was read");
  EXPECT_EQ(*files_->read("a.md"), "theirs");
  EXPECT_EQ(names(), "a.md ");
  EXPECT_EQ(files_->replace("b.md", hash_of("old"), "new").failure().reason, "it does not exist");
}

TEST_F(Replacement, ANewFileReplacesNothing) {
  ASSERT_TRUE(files_->replace("new/folder/b.md", std::nullopt, "new"));
  EXPECT_EQ(*files_->read("new/folder/b.md"), "new");
  EXPECT_EQ(names("new/folder"), "b.md ");
  fs::create_symlink("nowhere", site("dangling"));
  for (const char* const path : {"a.md", "new", "dangling"})
    EXPECT_EQ(files_->replace(path, std::nullopt, "x").failure().reason, "it already exists") << path;
  EXPECT_EQ(*files_->read("a.md"), "old");
  EXPECT_FALSE(fs::exists(site("nowhere")));
}

TEST_F(Replacement, ANewFileHasTheUsualModeInAFolderThatIsNew) {
  const mode_t before = ::umask(027);
  const auto elsewhere = disk_files((folder_ / "not/yet").string(), FollowLinks::yes);
  EXPECT_TRUE(elsewhere->replace("a", std::nullopt, "new"));
  ::umask(before);
  struct stat found;
  ASSERT_EQ(::stat((folder_ / "not/yet/a").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 07777, 0640u);
}

TEST_F(Replacement, AnUnusedNameIsTakenInEachWay) {
  const int folder = ::open(site("").c_str(), O_RDONLY | O_DIRECTORY);
  ASSERT_GE(folder, 0);
  for (const auto way : {UnusedName::exclusive_rename, UnusedName::link, UnusedName::look_and_rename}) {
    ASSERT_TRUE(files_->write("b", "new"));
    EXPECT_FALSE(rename_to_unused(folder, "b", "a.md", way));
    EXPECT_EQ(errno, EEXIST);
    EXPECT_TRUE(rename_to_unused(folder, "b", "c", way));
    EXPECT_EQ(names(), "a.md c ");
    ASSERT_TRUE(files_->remove("c"));
  }
  ::close(folder);
  EXPECT_EQ(*files_->read("a.md"), "old");
}

TEST_F(Replacement, ModeAndOwnerAreKept) {
  for (const mode_t mode : {0640u, 0600u, 0664u, 0755u}) {
    ASSERT_TRUE(files_->write("b", "old"));
    ASSERT_EQ(::chmod(site("b").c_str(), mode), 0);
    const bool is_root = ::geteuid() == 0;
    ASSERT_TRUE(!is_root || ::chown(site("b").c_str(), 1234, 4321) == 0);
    const struct stat before = raw("b");
    ASSERT_TRUE(files_->replace("b", hash_of("old"), "new"));
    EXPECT_EQ(raw("b").st_mode, before.st_mode);
    EXPECT_EQ(raw("b").st_uid, before.st_uid);
    EXPECT_EQ(raw("b").st_gid, before.st_gid);
  }
}

TEST_F(Replacement, AnOwnerWhoCannotBeKeptIsAFailureBeforeAnythingChanges) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can make a file of another user";
  fs::permissions(folder_, fs::perms::all);
  fs::permissions(site(""), fs::perms::all);
  fs::permissions(site("a.md"), fs::perms::all);
  as_nobody([&] {
    EXPECT_EQ(files_->replace("a.md", hash_of("old"), "new").failure().reason, "its owner and group could not be kept");
  });
  EXPECT_EQ(*files_->read("a.md"), "old");
  EXPECT_EQ(raw("a.md").st_uid, 0u);
  EXPECT_EQ(names(), "a.md ");
}

TEST_F(Replacement, WhatMayNotBeWrittenStays) {
  if (::geteuid() == 0) {
    fs::permissions(folder_, fs::perms::all);
    for (const char* const path : {"", "a.md"}) ASSERT_EQ(::chown(site(path).c_str(), 65534, 65534), 0);
  }
  as_nobody([&] {
    fs::permissions(site("a.md"), fs::perms::owner_read);
    EXPECT_EQ(files_->replace("a.md", hash_of("old"), "new").failure().reason, "permission denied");
    fs::permissions(site("a.md"), fs::perms::owner_read | fs::perms::owner_write);
    fs::permissions(site(""), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(files_->replace("a.md", hash_of("old"), "new").failure().reason, "permission denied");
    EXPECT_EQ(files_->replace("b.md", std::nullopt, "new").failure().reason, "permission denied");
    fs::permissions(site(""), fs::perms::owner_all);
  });
  EXPECT_EQ(*files_->read("a.md"), "old");
  EXPECT_EQ(names(), "a.md ");
}

TEST_F(Replacement, SymbolicLinksAreKeptAndTheirTargetsEdited) {
  ASSERT_TRUE(files_->write("content/real/b.md", "old"));
  fs::create_symlink("real/b.md", site("content/link.md"));
  fs::create_directory_symlink("content/real", site("short"));
  ASSERT_TRUE(files_->replace("content/link.md", hash_of("old"), "new"));
  EXPECT_TRUE(S_ISLNK(raw("content/link.md").st_mode));
  EXPECT_FALSE(S_ISLNK(raw("content/real/b.md").st_mode));
  EXPECT_EQ(*files_->read("content/real/b.md"), "new");
  ASSERT_TRUE(files_->replace("short/b.md", hash_of("new"), "newer"));
  ASSERT_TRUE(files_->replace("short/c/d.md", std::nullopt, "new"));
  EXPECT_EQ(names("content/real"), "b.md c ");
}

TEST_F(Replacement, LinksThatLeaveOrLeadNowhereAreFailures) {
  write_file((folder_ / "outside/b.md").string(), "old");
  fs::create_symlink("../outside/b.md", site("out.md"));
  fs::create_directory_symlink("../outside", site("out"));
  fs::create_symlink("nowhere.md", site("dangling.md"));
  for (const char* const path : {"out.md", "out/b.md"}) {
    EXPECT_EQ(files_->replace(path, hash_of("old"), "new").failure().reason,
              "a symbolic link in its path leads out of the folder");
  }
  EXPECT_FALSE(files_->replace("out/c.md", std::nullopt, "new"));
  EXPECT_EQ(files_->replace("dangling.md", hash_of("old"), "new").failure().reason,
            "a symbolic link in its path leads nowhere");
  EXPECT_EQ(read_file((folder_ / "outside/b.md").string()), "old");
  EXPECT_EQ(names(), "a.md dangling.md out out.md ");
  EXPECT_FALSE(fs::exists(folder_ / "outside/c.md"));
}

TEST_F(Replacement, NoLinkIsFollowedWhereNoneMayBe) {
  fs::create_symlink("a.md", site("link.md"));
  const auto strict = disk_files(site("").string(), FollowLinks::no);
  EXPECT_EQ(strict->replace("link.md", hash_of("old"), "new").failure().reason, "a symbolic link is in its path");
  EXPECT_TRUE(strict->replace("a.md", hash_of("old"), "new"));
}

TEST_F(Replacement, HardLinksAreKept) {
  fs::create_hard_link(site("a.md"), folder_ / "other.md");
  ASSERT_EQ(::chmod(site("a.md").c_str(), 0640), 0);
  const struct stat before = raw("a.md");
  for (const std::string bytes : {"something longer", "short"}) {
    ASSERT_TRUE(files_->replace("a.md", hash_of(*files_->read("a.md")), bytes));
    EXPECT_EQ(read_file((folder_ / "other.md").string()), bytes);
    EXPECT_EQ(raw("a.md").st_ino, before.st_ino);
    EXPECT_EQ(raw("a.md").st_mode, before.st_mode);
    EXPECT_EQ(names(), "a.md ");
  }
}

TEST_F(Replacement, FoldersAndPipesAreFailures) {
  ASSERT_TRUE(files_->make_folder("folder"));
  ASSERT_EQ(::mkfifo(site("pipe").c_str(), 0600), 0);
  EXPECT_EQ(files_->replace("folder", hash_of(""), "").failure().reason, "a folder is where a file should be");
  EXPECT_EQ(files_->replace("pipe", hash_of(""), "").failure().reason, "it is no ordinary file");
  EXPECT_FALSE(files_->replace("a.md/b", hash_of(""), ""));
  EXPECT_FALSE(files_->replace("a.md/b", std::nullopt, ""));
}

// A limit on the size of files stands for a full disk.
TEST_F(Replacement, AWriteThatFailsLeavesTheOldBytes) {
  ASSERT_TRUE(files_->write("linked.md", "old"));
  fs::create_hard_link(site("linked.md"), folder_ / "other.md");
  const auto before_signal = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string bytes(5000, 'n');
  const bool any = files_->replace("a.md", hash_of("old"), bytes) || files_->replace("b.md", std::nullopt, bytes) ||
                   files_->replace("linked.md", hash_of("old"), bytes);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, before_signal);
  EXPECT_FALSE(any);
  EXPECT_EQ(*files_->read("a.md"), "old");
  EXPECT_EQ(*files_->read("linked.md"), "old");
  EXPECT_EQ(names(), "a.md linked.md ");
}

// The same limit, with the signal that ends a program in the middle of a write.
TEST_F(Replacement, AProgramKilledWhileItWritesLeavesTheOldBytes) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const rlimit none{0, 0}, small{1000, 1000};
    ::setrlimit(RLIMIT_CORE, &none);
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::signal(SIGXFSZ, SIG_DFL);
    (void)files_->replace("a.md", hash_of("old"), std::string(5000, 'n')).operator bool();
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
  EXPECT_EQ(*files_->read("a.md"), "old");
  const auto left = *files_->list("");
  ASSERT_EQ(left.size(), 2u);
  EXPECT_TRUE(is_temporary(left[0].name)) << left[0].name;
  EXPECT_TRUE(files_->replace("a.md", hash_of("old"), "new"));
}

TEST(MemoryReplacement, HasTheSameRules) {
  MemoryFiles files;
  files.put("a.md", "old");
  files.put_link("link.md", "a.md");
  files.put_link("out.md", "../b.md");
  files.put_link("dangling.md", "b.md");
  EXPECT_TRUE(files.replace("link.md", hash_of("old"), "new"));
  EXPECT_EQ((*files.stat_entry("link.md"))->kind, FileKind::link);
  EXPECT_EQ(files.replace("a.md", hash_of("old"), "x").failure().reason, changed_since_read);
  EXPECT_EQ(files.replace("c.md", hash_of("old"), "x").failure().reason, "it does not exist");
  EXPECT_FALSE(files.replace("out.md", hash_of("old"), "x"));
  EXPECT_FALSE(files.replace("dangling.md", hash_of("old"), "x"));
  for (const char* const path : {"a.md", "link.md", "dangling.md"})
    EXPECT_EQ(files.replace(path, std::nullopt, "x").failure().reason, exists_already) << path;
  EXPECT_TRUE(files.replace("new/b.md", std::nullopt, "new"));
  EXPECT_EQ(files.contents(), (std::map<std::string, std::string>{{"a.md", "new"}, {"new/b.md", "new"}}));
  EXPECT_EQ(files.writes(), (std::vector<std::string>{"link.md", "new/b.md"}));
}

TEST(MemoryReplacement, IsAChangeToFilesThatRecordOrCache) {
  MemoryFiles files;
  files.put("a.md", "old");
  RecordingFiles recording(files, std::int64_t{1} << 60);
  ASSERT_TRUE(recording.read("a.md"));
  EXPECT_TRUE(recording.recorded());
  ASSERT_TRUE(recording.replace("a.md", hash_of("old"), "new"));
  EXPECT_FALSE(recording.recorded());

  StatCache cache(files, [](std::string_view) { return true; });
  ASSERT_TRUE(cache.list(""));
  ASSERT_EQ((*cache.stat("a.md"))->size, 3u);
  ASSERT_TRUE(cache.replace("a.md", hash_of("new"), "newer"));
  EXPECT_EQ((*cache.stat("a.md"))->size, 5u);
  ASSERT_TRUE(cache.replace("b.md", std::nullopt, "new"));
  EXPECT_EQ(cache.list("")->size(), 2u);
  EXPECT_FALSE(cache.replace("a.md", hash_of("new"), "x"));
}

}  // namespace
}  // namespace causerie
