// The decisions of a deploy, from given facts without a site or a target.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "deploy/deploy_site.h"
#include "deploy/difference.h"

namespace causerie {
namespace {

using PathList = std::vector<std::string>;

enum class Bytes { known, unknown };

class DeployDifference : public testing::Test {
 protected:
  void build(const std::string& path, const std::string& bytes = "bytes") {
    site_.files.push_back({path, hash_of(bytes), bytes.size()});
    std::sort(site_.files.begin(), site_.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  }
  void stand(const std::string& path, const std::string& bytes = "bytes", Bytes how = Bytes::known) {
    listing_.files.push_back({path, bytes.size(), true, {}});
    if (how == Bytes::known) listing_.files.back().bytes = hash_of(bytes);
    std::sort(listing_.files.begin(), listing_.files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
  }
  void list(const std::string& path, const std::string& bytes = "bytes") {
    listing_.own.add(path, hash_of(bytes));
    listing_.own.sort();
  }
  void deployed(const std::string& path, const std::string& bytes = "bytes") {
    stand(path, bytes);
    list(path, bytes);
  }

  PathList uploads() const {
    PathList words;
    for (const Upload& upload : difference(site_, listing_).uploads) {
      words.push_back(fmt::format("{} {}{}{}", upload.is_new ? "new" : "changed", site_.files[upload.file].path,
                                  upload.reason.empty() ? "" : ": ", upload.reason));
    }
    return words;
  }

  BuiltSite site_;
  Listing listing_;
};

TEST_F(DeployDifference, WhatIsThereIsNotSentAgain) {
  build("index.html");
  deployed("index.html");
  const Difference found = difference(site_, listing_);
  EXPECT_TRUE(found.uploads.empty());
  EXPECT_EQ(found.unchanged, 1u);
}

TEST_F(DeployDifference, EachFileThatIsSentHasItsReason) {
  build("a.html");
  build("b.html", "as it is now");
  build("c.html");
  build("d.html");
  deployed("b.html", "as it was");
  stand("c.html", "edited");
  list("c.html");
  list("d.html");
  EXPECT_EQ(uploads(), (PathList{"new a.html", "changed b.html: its bytes changed",
                                 "changed c.html: it had been changed there", "new d.html: it was missing there"}));
}

TEST_F(DeployDifference, WhereBytesAreFarAwaySizesAndTheListStandForThem) {
  build("same.html");
  build("changed.html", "as it is now");
  build("edited.html");
  build("cut-off.html", "after.");
  stand("same.html", "bytes", Bytes::unknown);
  list("same.html");
  stand("changed.html", "as it was", Bytes::unknown);
  list("changed.html", "as it was");
  stand("edited.html", "longer now", Bytes::unknown);
  list("edited.html");
  stand("cut-off.html", "before", Bytes::unknown);
  list("cut-off.html", "before");
  list("cut-off.html", "after.");
  EXPECT_EQ(uploads(), (PathList{"changed changed.html: its bytes changed",
                                 "changed cut-off.html: an earlier deploy was interrupted",
                                 "changed edited.html: it had been changed there"}));
}

TEST_F(DeployDifference, OnlyWhatCannotBeToldOtherwiseIsLookedAt) {
  build("kept.html");
  build("foreign-same-size.html");
  build("foreign-longer.html");
  for (const char* path : {"kept.html", "gone.html"}) {
    stand(path, "bytes", Bytes::unknown);
    list(path);
  }
  stand("foreign-same-size.html", "BYTES", Bytes::unknown);
  stand("foreign-longer.html", "longer than it", Bytes::unknown);
  stand("uploads/me.jpg", "me", Bytes::unknown);
  EXPECT_EQ(files_in_doubt(site_, listing_), (PathList{"foreign-same-size.html", "gone.html"}));
  listing_.is_near = true;
  EXPECT_EQ(files_in_doubt(site_, listing_),
            (PathList{"foreign-longer.html", "foreign-same-size.html", "gone.html", "kept.html"}));
}

// A page that was edited without changing its size.
TEST_F(DeployDifference, WhatIsLaterThanTheListIsLookedAt) {
  for (const char* path : {"a.html", "b.html", "c.html", "edited.html"}) {
    build(path);
    stand(path, "bytes", Bytes::unknown);
    list(path);
  }
  listing_.own_changed_at = "2026-06-01 12:00:00";
  for (RemoteFile& file : listing_.files) file.changed_at = listing_.own_changed_at;
  EXPECT_EQ(files_in_doubt(site_, listing_), PathList());
  RemoteFile& edited = listing_.files.back();
  edited.changed_at = "2026-06-01 12:00:01";
  EXPECT_EQ(files_in_doubt(site_, listing_), PathList{"edited.html"});
  edited.bytes = hash_of("BYTES");
  EXPECT_EQ(uploads(), PathList{"changed edited.html: it had been changed there"});
}

// After restoring a backup, for example, each deploy would otherwise fetch the entire site.
TEST_F(DeployDifference, WhereMostIsLaterThanTheListTimesTellNothing) {
  for (const char* path : {"a.html", "b.html", "c.html"}) {
    build(path);
    stand(path, "bytes", Bytes::unknown);
    list(path);
    listing_.files.back().changed_at = "2026-06-01 12:00:01";
  }
  listing_.own_changed_at = "2026-06-01 12:00:00";
  EXPECT_EQ(files_in_doubt(site_, listing_), PathList());
}

TEST_F(DeployDifference, OnlyWhatIsListedAndAsListedIsRemoved) {
  deployed("gone.html");
  stand("edited.html", "edited");
  list("edited.html");
  stand("unread.html", "bytes", Bytes::unknown);
  list("unread.html");
  stand("uploads/me.jpg");
  const Difference found = difference(site_, listing_);
  EXPECT_EQ(found.remove, PathList{"gone.html"});
  EXPECT_EQ(found.kept, (PathList{"edited.html", "unread.html"}));
}

TEST_F(DeployDifference, SomebodysFileInOurPlaceIsTakenOverOnlyIfItIsTheSame) {
  build("same.html");
  build("other.html");
  build("link.html");
  build("a/b/index.html");
  build("folder");
  stand("same.html");
  stand("other.html", "somebody's");
  stand("link.html");
  stand("a/b", "a file");
  stand("folder/mine.txt");
  for (RemoteFile& file : listing_.files) file.is_file = file.path != "link.html";
  const Difference found = difference(site_, listing_);
  EXPECT_EQ(found.in_the_way, (PathList{"a/b", "folder/mine.txt", "link.html", "other.html"}));
  EXPECT_EQ(found.unchanged, 1u);
}

TEST_F(DeployDifference, WhatIsOursAndInTheWayGoesFirst) {
  build("a/index.html");
  build("b");
  deployed("a");
  deployed("b/index.html");
  deployed("c.html");
  listing_.folders = {"b"};
  const Difference found = difference(site_, listing_);
  EXPECT_EQ(found.remove_first, (PathList{"a", "b/index.html"}));
  EXPECT_EQ(found.remove, PathList{"c.html"});
  EXPECT_TRUE(found.in_the_way.empty());
}

TEST_F(DeployDifference, FoldersThatAreLeftEmptyGoChildrenFirst) {
  build("b/index.html");
  deployed("a/x/index.html");
  deployed("b/y/index.html");
  deployed("c/index.html");
  stand("c/mine.txt");
  listing_.folders = {"a", "a/x", "b", "b/y", "c", "mine", "once/ours"};
  listing_.own.add_folder("once/ours");
  listing_.own.sort();
  EXPECT_EQ(difference(site_, listing_).folders, (PathList{"once/ours", "b/y", "a/x", "a"}));
}

TEST_F(DeployDifference, WhatIsLinkedToIsSentBeforeWhatLinksToIt) {
  for (const char* path :
       {"index.html", "feed.xml", "sitemap.xml", "letters/index.html", "letters/one/index.html",
        "letters/two/index.html", "assets/style.css", "letters/schema.png", "feed.xml.gz", "notes.xml"}) {
    build(path);
  }
  deployed("letters/one/index.html", "without a link to the second");
  EXPECT_EQ(uploads(),
            (PathList{"new assets/style.css", "new letters/schema.png", "new letters/two/index.html", "new notes.xml",
                      "new feed.xml", "new feed.xml.gz", "new index.html", "new letters/index.html",
                      "changed letters/one/index.html: its bytes changed", "new sitemap.xml"}));
}

TEST_F(DeployDifference, APlaceWithoutOurListIsSomebodys) {
  EXPECT_FALSE(is_somebody_elses(listing_));
  for (const char* path : {"CNAME", ".nojekyll", ".well-known/acme-challenge/x"}) stand(path);
  EXPECT_FALSE(is_somebody_elses(listing_));
  stand(".bashrc");
  EXPECT_TRUE(is_somebody_elses(listing_));
  listing_.own = parse_own_files("causerie files 1\n");
  EXPECT_FALSE(is_somebody_elses(listing_));
}

TEST(LocalAddress, IsThatOfTheMachineItself) {
  for (const char* url : {"http://localhost", "http://localhost:8080/essays", "https://LOCALHOST/", "http://127.0.0.1",
                          "http://127.1.2.3:80", "http://[::1]:4000/x", "http://me@localhost/",
                          "http://letters.localhost", "http://0.0.0.0:1313"}) {
    EXPECT_TRUE(is_local_address(url)) << url;
  }
  for (const char* url : {"", "https://example.org", "https://localhost.example.org", "https://127.example.org/",
                          "https://example.org/localhost", "http://[2001:db8::1]/"}) {
    EXPECT_FALSE(is_local_address(url)) << url;
  }
}

}  // namespace
}  // namespace causerie
