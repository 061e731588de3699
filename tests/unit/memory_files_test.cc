#include "base/memory_files.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

using Paths = std::vector<std::string>;

TEST(MemoryFiles, RemembersWhatWasDone) {
  MemoryFiles files;
  files.put("a/old.txt", "old");
  ASSERT_TRUE(files.write("a/b/new.txt", "new"));
  ASSERT_TRUE(files.read("a/old.txt"));
  ASSERT_TRUE(files.remove("a/old.txt"));
  ASSERT_TRUE(files.remove("a/old.txt"));
  ASSERT_FALSE(files.read("a/old.txt"));
  EXPECT_EQ(files.reads(), Paths{"a/old.txt"});
  EXPECT_EQ(files.writes(), Paths{"a/b/new.txt"});
  EXPECT_EQ(files.removals(), Paths{"a/old.txt"});
  EXPECT_EQ(files.contents(), (std::map<std::string, std::string>{{"a/b/new.txt", "new"}}));
  files.forget_records();
  EXPECT_TRUE(files.writes().empty());
}

TEST(MemoryFiles, ListsChildrenOnlyInByteOrder) {
  MemoryFiles files;
  files.put("b.txt", "");
  files.put("a/deep/x", "");
  files.put("a-b", "");
  files.put_link("z", "b.txt");
  const auto top = files.list("");
  ASSERT_TRUE(top);
  EXPECT_EQ(*top,
            (std::vector<FolderEntry>{
                {"a", FileKind::folder}, {"a-b", FileKind::file}, {"b.txt", FileKind::file}, {"z", FileKind::link}}));
  EXPECT_EQ(*files.list("a"), (std::vector<FolderEntry>{{"deep", FileKind::folder}}));
  EXPECT_FALSE(files.list("b.txt"));
  EXPECT_FALSE(files.list("nowhere"));
}

TEST(MemoryFiles, AWriteChangesTheStat) {
  MemoryFiles files;
  const FileStat first = *files.write("a", "1");
  EXPECT_EQ(**files.stat("a"), first);
  EXPECT_NE(*files.write("a", "1"), first);
  EXPECT_FALSE(files.stat("b")->has_value());
  EXPECT_FALSE(files.stat("a/b")->has_value());
  EXPECT_EQ((*files.stat(""))->kind, FileKind::folder);
}

TEST(MemoryFiles, FollowsLinksInside) {
  MemoryFiles files;
  files.put("real/x", "bytes");
  files.put_link("short", "real");
  files.put_link("real/deep/up", "../x");
  EXPECT_EQ(*files.read("short/x"), "bytes");
  EXPECT_EQ(*files.read("short/deep/up"), "bytes");
  EXPECT_EQ(*files.resolve("short/deep/up"), "real/x");
  EXPECT_EQ((*files.stat("short"))->kind, FileKind::folder);
  EXPECT_EQ((*files.stat_entry("short"))->kind, FileKind::link);
}

TEST(MemoryFiles, LinksThatLeaveOrCircleLeadNowhere) {
  MemoryFiles files;
  files.put_link("out", "../elsewhere");
  files.put_link("root", "/etc");
  files.put_link("one", "two");
  files.put_link("two", "one");
  for (const char* path : {"out", "root", "root/passwd", "one", "one/x"}) {
    EXPECT_FALSE(files.resolve(path)->has_value()) << path;
    EXPECT_FALSE(files.stat(path)->has_value()) << path;
    EXPECT_FALSE(files.read(path)) << path;
  }
}

TEST(MemoryFiles, FollowsNoLinkWhereNoneMayBeFollowed) {
  MemoryFiles files(FollowLinks::no);
  files.put("real/x", "bytes");
  files.put_link("short", "real");
  EXPECT_FALSE(files.read("short/x"));
  EXPECT_FALSE(files.write("short/y", ""));
  EXPECT_FALSE(files.stat("short/x")->has_value());
  EXPECT_EQ((*files.stat_entry("short"))->kind, FileKind::link);
}

TEST(MemoryFiles, RefusesAFileWhereAFolderIsAndTheReverse) {
  MemoryFiles files;
  files.put("folder/x", "");
  files.put("file", "");
  EXPECT_FALSE(files.write("folder", ""));
  EXPECT_FALSE(files.write("file/x", ""));
  EXPECT_FALSE(files.remove("folder"));
  EXPECT_FALSE(*files.remove_folder_if_empty("folder"));
  ASSERT_TRUE(files.remove("folder/x"));
  EXPECT_TRUE(*files.remove_folder_if_empty("folder"));
}

TEST(MemoryFiles, ALockIsHeldUntilItIsDestroyed) {
  MemoryFiles files;
  {
    const auto held = files.lock("lock", 0);
    ASSERT_TRUE(held);
    EXPECT_FALSE(files.lock("lock", 0));
    EXPECT_TRUE(files.lock("another", 0));
  }
  EXPECT_TRUE(files.lock("lock", 0));
}

}  // namespace
}  // namespace causerie
