// The guarantees of disk_files, on a real folder.
#include "system/disk.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "system/beneath.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

class Disk : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "causerie-disk-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    site_ = disk_files((folder_ / "site").string(), FollowLinks::yes);
    output_ = disk_files((folder_ / "output").string(), FollowLinks::no);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::size_t entries(const fs::path& folder) const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_ / folder), {}));
  }

  fs::path folder_;
  std::unique_ptr<Files> site_;
  std::unique_ptr<Files> output_;
};

TEST_F(Disk, WritesMakeFoldersAndLeaveNothingBeside) {
  for (Files* files : {site_.get(), output_.get()}) {
    const auto stat = files->write("a/b/c.txt", "one");
    ASSERT_TRUE(stat);
    EXPECT_EQ(*files->stat("a/b/c.txt"), *stat);
    ASSERT_TRUE(files->write("a/b/c.txt", std::string(100'000, 'x')));
    EXPECT_EQ(files->read("a/b/c.txt")->size(), 100'000u);
    EXPECT_EQ(*files->list("a/b"), (std::vector<FolderEntry>{{"c.txt", FileKind::file}}));
  }
}

TEST_F(Disk, NewFilesHaveTheUsualMode) {
  const mode_t before = ::umask(027);
  ASSERT_TRUE(output_->write("x", ""));
  ::umask(before);
  struct stat raw;
  ASSERT_EQ(::stat((folder_ / "output/x").c_str(), &raw), 0);
  EXPECT_EQ(raw.st_mode & 07777, 0640u);
}

TEST_F(Disk, ReadsEmptyFilesAndRefusesFoldersAndPipes) {
  ASSERT_TRUE(site_->write("empty", ""));
  EXPECT_EQ(*site_->read("empty"), "");
  EXPECT_EQ(site_->read("").failure().reason, "a folder is where a file should be");
  ASSERT_EQ(::mkfifo((folder_ / "site/pipe").c_str(), 0600), 0);
  EXPECT_EQ(site_->read("pipe").failure().reason, "it is not a regular file");
}

TEST_F(Disk, NothingIsNoFailure) {
  for (Files* files : {site_.get(), output_.get()}) {
    EXPECT_FALSE(files->stat("a/b")->has_value());
    ASSERT_TRUE(files->write("file", ""));
    EXPECT_FALSE(files->stat_entry("a/b")->has_value());
    EXPECT_FALSE(files->stat_entry("file/b")->has_value());
    EXPECT_TRUE(files->remove("a/b"));
    EXPECT_FALSE(*files->remove_folder_if_empty("a/b"));
    EXPECT_FALSE(files->list("a"));
  }
}

TEST_F(Disk, FailuresNameActionPathAndReason) {
  ASSERT_TRUE(output_->write("folder/x", ""));
  const Failure folder = output_->write("folder", "").failure();
  EXPECT_EQ(folder.action, "cannot write");
  EXPECT_EQ(folder.path, (folder_ / "output/folder").string());
  EXPECT_EQ(folder.reason, "a folder is where a file should be");
  EXPECT_FALSE(folder.hint.empty());
  const Failure file = output_->write("folder/x/y", "").failure();
  EXPECT_EQ(file.reason, "a file or a link is where a folder should be");
  EXPECT_EQ(entries("output"), 1u);
  EXPECT_EQ(entries("output/folder"), 1u);
}

TEST_F(Disk, AWriteThatFailsLeavesTheOldBytesAndNoTemporary) {
  ASSERT_TRUE(output_->write("x", "old"));
  const auto before_signal = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto written = output_->write("x", std::string(5000, 'n'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, before_signal);
  ASSERT_FALSE(written);
  EXPECT_EQ(*output_->read("x"), "old");
  EXPECT_EQ(entries("output"), 1u);
}

TEST_F(Disk, RefusesWhatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "everything is permitted to root";
  ASSERT_TRUE(output_->write("closed/x", ""));
  fs::permissions(folder_ / "output/closed", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(output_->write("closed/y", "").failure().reason, "permission denied");
  EXPECT_EQ(output_->remove("closed/x").failure().reason, "permission denied");
  fs::permissions(folder_ / "output/closed", fs::perms::owner_all);
}

TEST_F(Disk, FollowsNoLinkBelowADestination) {
  ASSERT_TRUE(site_->write("secret/x", "secret"));
  ASSERT_TRUE(output_->make_folder(""));
  fs::create_directory_symlink(folder_ / "site/secret", folder_ / "output/link");
  fs::create_symlink(folder_ / "site/secret/x", folder_ / "output/x");

  EXPECT_FALSE(output_->write("link/y", ""));
  EXPECT_FALSE(output_->write("link/new/y", ""));
  EXPECT_FALSE(output_->read("link/x"));
  EXPECT_FALSE(output_->read("x"));
  EXPECT_FALSE(output_->remove("link/x"));
  EXPECT_FALSE(output_->list("link"));
  EXPECT_FALSE(output_->make_folder("link/z"));
  EXPECT_FALSE(output_->stat("x")->has_value());
  EXPECT_FALSE(output_->stat("link/x")->has_value());
  EXPECT_EQ((*output_->stat_entry("link"))->kind, FileKind::link);
  EXPECT_EQ(entries("site/secret"), 1u);

  // A link at the path itself is replaced, not followed.
  ASSERT_TRUE(output_->write("x", "page"));
  EXPECT_EQ(*site_->read("secret/x"), "secret");
}

TEST_F(Disk, FollowsNoLinkWithoutTheNewSystemCallEither) {
  ASSERT_TRUE(site_->write("secret/x", "secret"));
  ASSERT_TRUE(output_->write("a/b/real", ""));
  fs::create_directory_symlink(folder_ / "site/secret", folder_ / "output/a/link");
  fs::create_symlink(folder_ / "site/secret/x", folder_ / "output/a/x");
  for (const auto lookup : {Beneath::Lookup::whole, Beneath::Lookup::stepwise}) {
    const Beneath beneath((folder_ / "output").string(), FollowLinks::no, lookup);
    EXPECT_TRUE(beneath.open("a/b/real", O_RDONLY));
    EXPECT_TRUE(beneath.open("", O_RDONLY | O_DIRECTORY));
    EXPECT_FALSE(beneath.open("a/link/x", O_RDONLY));
    EXPECT_FALSE(beneath.open("a/x", O_RDONLY));
    EXPECT_TRUE(beneath.open("a/x", O_PATH | O_NOFOLLOW));
    EXPECT_FALSE(beneath.open_folder("a/link"));
    EXPECT_TRUE(beneath.make_folder("a/b/c/d"));
    EXPECT_FALSE(beneath.make_folder("a/link/d"));
  }
}

TEST_F(Disk, ResolvesLinksAndTellsThoseThatLeave) {
  ASSERT_TRUE(site_->write("content/x", ""));
  fs::create_symlink("x", folder_ / "site/content/inside");
  fs::create_symlink("../..", folder_ / "site/content/outside");
  fs::create_symlink("nowhere", folder_ / "site/content/broken");
  EXPECT_EQ(*site_->resolve("content/inside"), "content/x");
  EXPECT_EQ(*site_->resolve(""), "");
  EXPECT_FALSE(site_->resolve("content/outside")->has_value());
  EXPECT_FALSE(site_->resolve("content/broken")->has_value());
  EXPECT_FALSE(site_->stat("content/broken")->has_value());
}

TEST_F(Disk, OneHoldsTheLockAndTheNextWaits) {
  for (const char* path : {"notes/lock", ""}) {
    ASSERT_TRUE(site_->make_folder(""));
    auto held = site_->lock(path, 0);
    ASSERT_TRUE(held) << path;
    EXPECT_EQ(site_->lock(path, 0).failure().reason, "another build is running") << path;
    (*held).reset();
    EXPECT_TRUE(site_->lock(path, 0)) << path;
  }
}

TEST_F(Disk, ALockWhoseFileWasDeletedIsNotTakenForHeld) {
  const auto held = site_->lock("notes/lock", 0);
  ASSERT_TRUE(held);
  fs::remove_all(folder_ / "site/notes");
  EXPECT_TRUE(site_->lock("notes/lock", 0));
}

TEST_F(Disk, RealPathsHaveNoLinksAndNeedNotExist) {
  fs::create_directories(folder_ / "there");
  fs::create_directory_symlink(folder_ / "there", folder_ / "link");
  const std::string real = fs::canonical(folder_).string();
  EXPECT_EQ(real_path((folder_ / "link/new/../x/").string()), real + "/there/x");
}

}  // namespace
}  // namespace causerie
