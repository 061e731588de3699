#include "pipeline/destination.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace causerie {
namespace {

namespace fs = std::filesystem;

class Destination : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "causerie-guard-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    fs::create_directories(folder_ / "site/content/essays");
    fs::create_directories(folder_ / "site/.git");
    fs::create_directories(folder_ / "texts");
  }
  void TearDown() override { fs::remove_all(folder_); }

  bool may_hold(const fs::path& destination) const {
    return static_cast<bool>(guard_destination((folder_ / "site").string(), (folder_ / destination).string()));
  }

  fs::path folder_;
};

TEST_F(Destination, MayBeAFolderOfItsOwn) {
  for (const char* location :
       {"site/public", "site/public/blog", "elsewhere", "site/content-built", "site2", "site/out/content"}) {
    EXPECT_TRUE(may_hold(location)) << location;
  }
}

TEST_F(Destination, MayNotTouchWhatIsTheWriters) {
  for (const char* location :
       {"site", "site/", "site/.", "", "/", "site/content", "site/content/", "site/content/essays/x", "site/themes",
        "site/themes/x", "site/.git", "site/.git/x", "site/.causerie", "site/public/../content", "other/.git/x"}) {
    EXPECT_FALSE(may_hold(location)) << location;
  }
}

TEST_F(Destination, LinksAreSeenThrough) {
  fs::create_directory_symlink(folder_ / "site/content", folder_ / "innocent");
  fs::create_directory_symlink(folder_ / "texts", folder_ / "site/themes");
  fs::create_directory_symlink(folder_, folder_ / "site/up");
  for (const char* location : {"innocent", "innocent/new", "texts/x", "site/up"})
    EXPECT_FALSE(may_hold(location)) << location;
  EXPECT_TRUE(may_hold("site/up/elsewhere"));
}

TEST_F(Destination, TheRefusalSaysWhy) {
  const auto refused = guard_destination((folder_ / "site").string(), (folder_ / "site/content/x").string());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().reason, "it is inside the site's folder 'content'");
  EXPECT_FALSE(refused.failure().hint.empty());
}

}  // namespace
}  // namespace causerie
