// Saves as editors do them, in real folders.
#include "system/watching.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/paths.h"
#include "base/text.h"
#include "support/temporary_folder.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

enum class Way { told, polling, both };

class Watched : public testing::TestWithParam<Way> {
 protected:
  void SetUp() override {
    fs::create_directories(at("content/talk"));
    write("content/talk/a.md", "one");
    write("site.yaml", "title: a");
    watching.watch({at("content"), at("themes"), at("site.yaml"), at("data/comments")});
  }

  static WatchOptions options() {
    WatchOptions options;
    options.is_ignored = [](std::string_view path) { return name_of(path).ends_with('~') || name_of(path) == "4913"; };
    options.polls = GetParam() == Way::polling;
    options.polls_as_well = GetParam() == Way::both;
    options.between_looks = 30;
    return options;
  }

  std::string at(const std::string& path) const { return folder.path().string() + "/" + path; }
  void write(const std::string& path, const std::string& text) const { std::ofstream(at(path)) << text; }
  void rename(const std::string& from, const std::string& to) const { fs::rename(at(from), at(to)); }

  // The result of the next wait, as paths below the folder; "nothing" after the timeout.
  std::string news(double seconds = 3) {
    std::vector<std::string> paths = watching.wait(seconds);
    for (std::string& path : paths) path.erase(0, folder.path().string().size() + 1);
    return paths.empty() ? "nothing" : join(paths, " ");
  }
  std::string no_news() { return news(0.1); }

  TemporaryFolder folder;
  Watching watching{options()};
};

TEST_P(Watched, TenSavesByRenameAreTenTimesNews) {
  for (int i = 0; i < 10; ++i) {
    write("content/talk/a.md.new", "save " + std::to_string(i));
    rename("content/talk/a.md.new", "content/talk/a.md");
    EXPECT_EQ(news(), "content/talk/a.md") << i;
  }
  EXPECT_EQ(no_news(), "nothing");
}

TEST_P(Watched, ASaveInPlaceIsOnePieceOfNews) {
  write("content/talk/a.md", "another text");
  EXPECT_EQ(news(), "content/talk/a.md");
  write("site.yaml", "title: another");
  EXPECT_EQ(news(), "site.yaml");
  EXPECT_EQ(no_news(), "nothing");
}

TEST_P(Watched, WhatEditorsLeaveIsNoNews) {
  write("content/talk/4913", "");
  fs::remove(at("content/talk/4913"));
  write("content/talk/a.md~", "one");
  write("public.txt", "beside the site");
  EXPECT_EQ(no_news(), "nothing");
  // A save that makes a backup first: the old file is renamed, the new one written.
  rename("content/talk/a.md", "content/talk/a.md~");
  write("content/talk/a.md", "a longer text");
  EXPECT_EQ(news(), "content/talk/a.md");
}

TEST_P(Watched, AFolderIsFollowedWhereverItGoes) {
  rename("content/talk", "content/speech");
  const std::string said = news();
  EXPECT_TRUE(said.starts_with("content/speech")) << said;
  EXPECT_NE(said.find("content/talk"), std::string::npos) << said;
  write("content/speech/a.md", "written there");
  EXPECT_EQ(news(), "content/speech/a.md");
  fs::create_directories(at("content/new/deep"));
  EXPECT_TRUE(news().starts_with("content/new"));
  write("content/new/deep/b.md", "b");
  EXPECT_EQ(news(), "content/new/deep/b.md");
  fs::remove_all(at("content/new"));
  EXPECT_TRUE(news().starts_with("content/new"));
}

TEST_P(Watched, WhatWasNotThereIsNoticedWhenItComes) {
  fs::create_directories(at("themes/own"));
  EXPECT_TRUE(news().starts_with("themes"));
  write("themes/own/theme.yaml", "name: own");
  EXPECT_EQ(news(), "themes/own/theme.yaml");
  fs::create_directories(at("data/comments"));
  while (news(0.2) != "nothing") {
  }
  write("data/comments/c.yml", "name: Ann");
  EXPECT_EQ(news(), "data/comments/c.yml");
}

TEST_P(Watched, LinksAreFollowed) {
  fs::create_directories(at("elsewhere/pictures"));
  write("elsewhere/b.md", "b");
  fs::create_symlink("../../elsewhere/b.md", at("content/talk/b.md"));
  EXPECT_EQ(news(), "content/talk/b.md");
  fs::create_directory_symlink("../elsewhere/pictures", at("content/pictures"));
  EXPECT_EQ(news(), "content/pictures");
  write("content/pictures/tree.svg", "<svg/>");
  EXPECT_EQ(news(), "content/pictures/tree.svg");
  write("elsewhere/b.md.new", "another b");
  rename("elsewhere/b.md.new", "elsewhere/b.md");
  EXPECT_TRUE(news().ends_with("b.md"));
}

TEST_P(Watched, WaitingEndsWhenItIsInterrupted) {
  std::thread other([&] { watching.interrupt(); });
  EXPECT_EQ(news(60), "nothing");
  other.join();
}

INSTANTIATE_TEST_SUITE_P(, Watched, testing::Values(Way::told, Way::polling, Way::both), [](const auto& info) {
  return info.param == Way::told ? "Told" : info.param == Way::polling ? "Polling" : "Both";
});

// What another machine, or the lower layer of an overlay, does: the file changes, and no event says so. A shared
// mapping does it here, until it is closed.
TEST(WatchingAnOverlay, WhatIsNotAnnouncedIsNoticed) {
  const TemporaryFolder folder;
  const std::string file = folder.path().string() + "/content/a.md";
  fs::create_directories(folder.path() / "content");
  std::ofstream(file) << "one text";
  const auto news = [&](bool polls_as_well) {
    WatchOptions options;
    options.polls_as_well = polls_as_well;
    options.between_looks = 30;
    Watching watching(std::move(options));
    watching.watch({folder.path().string() + "/content"});
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // so that the file's time changes
    const int descriptor = ::open(file.c_str(), O_RDWR);
    void* const bytes = ::mmap(nullptr, 8, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    static_cast<char*>(bytes)[0] = polls_as_well ? 'y' : 'x';
    ::msync(bytes, 8, MS_SYNC);
    std::vector<std::string> paths = watching.wait(polls_as_well ? 3 : 0.2);
    ::munmap(bytes, 8);
    ::close(descriptor);
    return paths;
  };
  EXPECT_EQ(news(true), std::vector{file});
  EXPECT_EQ(news(false), std::vector<std::string>{});  // so the test shows something
}

TEST(WatchingWithoutWatches, LooksInsteadAndSaysWhy) {
  const TemporaryFolder folder;
  const std::string root = folder.path().string();
  for (const char* name : {"a", "b", "c"}) fs::create_directories(folder.path() / "content" / name);
  std::vector<std::string> reasons;
  WatchOptions options;
  options.most_watches = 3;
  options.between_looks = 30;
  options.on_polling = [&](const std::string& reason) { reasons.push_back(reason); };
  Watching watching(std::move(options));
  watching.watch({root + "/content"});
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_NE(reasons[0].find("max_user_watches"), std::string::npos);
  std::ofstream(folder.path() / "content/c/new.md") << "text";
  EXPECT_EQ(watching.wait(3), std::vector{root + "/content/c/new.md"});
}

TEST(WatchingWithoutWatches, RunsOutLaterToo) {
  const TemporaryFolder folder;
  const std::string root = folder.path().string();
  fs::create_directories(folder.path() / "content");
  int reasons = 0;
  WatchOptions options;
  options.most_watches = 3;
  options.between_looks = 30;
  options.on_polling = [&](const std::string&) { ++reasons; };
  Watching watching(std::move(options));
  watching.watch({root + "/content"});
  EXPECT_EQ(reasons, 0);
  fs::create_directories(folder.path() / "content/a/b/c/d");
  EXPECT_FALSE(watching.wait(3).empty());
  EXPECT_EQ(reasons, 1);
  std::ofstream(folder.path() / "content/a/b/c/d/e.md") << "text";
  EXPECT_EQ(watching.wait(3), std::vector{root + "/content/a/b/c/d/e.md"});
}

}  // namespace
}  // namespace causerie
