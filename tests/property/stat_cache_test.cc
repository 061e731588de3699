// If every changed path is forgotten, the cache never returns stale answers.
#include "base/stat_cache.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "base/paths.h"
#include "property/small_site.h"

namespace causerie {
namespace {

bool everything(std::string_view) { return true; }

// Adds everything that `list` and `stat` return about a folder.
void look(Files& files, const std::string& folder, std::map<std::string, std::string>& seen) {
  const auto entries = files.list(folder);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    const std::string path = join_path(folder, entry.name);
    const auto stat = files.stat(path);
    seen[path] = stat && *stat
                     ? fmt::format("{} {} {}", static_cast<int>((*stat)->kind), (*stat)->size, (*stat)->modified_ns)
                     : "nothing";
    if (stat && *stat && (*stat)->kind == FileKind::folder) look(files, path, seen);
  }
}

std::map<std::string, std::string> seen_in(Files& files) {
  std::map<std::string, std::string> seen;
  for (const char* top : {"content", "themes"}) look(files, top, seen);
  return seen;
}

std::vector<std::string> changed_paths(const std::map<std::string, std::string>& before,
                                       const std::map<std::string, std::string>& after) {
  std::vector<std::string> paths;
  for (const auto& [path, stat] : after) {
    if (!before.contains(path) || before.at(path) != stat) paths.push_back(path);
  }
  for (const auto& [path, stat] : before) {
    if (!after.contains(path)) paths.push_back(path);
  }
  return paths;
}

TEST(StatCache, TellWhatIsThereOnceWhatChangedIsForgotten) {
  bool would_be_stale = false;
  for (unsigned seed = 301; seed <= 305; ++seed) {
    SmallSite site(seed);
    StatCache remembered(site.files(), everything), never_told(site.files(), everything);
    auto before = seen_in(site.files());
    std::string story = fmt::format("seed {}", seed);
    for (int i = 0; i < 60; ++i) {
      ASSERT_EQ(seen_in(remembered), before) << story;
      seen_in(never_told);
      story += "\n" + site.edit();
      const auto after = seen_in(site.files());
      for (const std::string& path : changed_paths(before, after)) remembered.forget(path);
      would_be_stale = would_be_stale || seen_in(never_told) != after;
      before = after;
    }
  }
  EXPECT_TRUE(would_be_stale);
}

// Watched paths are looked up once, so a deletion goes unnoticed; unwatched ones are looked up each time.
TEST(StatCache, AskOnce) {
  MemoryFiles files;
  files.put("content/a/one.md", "one");
  files.put("content/b/two.md", "two");
  StatCache remembered(files, [](std::string_view path) { return !path.starts_with("content/b"); });
  const auto first = seen_in(remembered);
  ASSERT_TRUE(files.remove("content/a/one.md"));
  ASSERT_TRUE(files.remove("content/b/two.md"));
  const auto second = seen_in(remembered);
  EXPECT_TRUE(second.contains("content/a/one.md"));
  EXPECT_FALSE(second.contains("content/b/two.md"));
  remembered.forget("");
  EXPECT_FALSE(seen_in(remembered).contains("content/a/one.md"));
}

TEST(StatCache, NothingBehindALinkIsRemembered) {
  MemoryFiles files;
  files.put("elsewhere/one.md", "one");
  files.put_folder("content");
  files.put_link("content/folder", "../elsewhere");
  files.put_link("content/file.md", "../elsewhere/one.md");
  StatCache remembered(files, everything);
  seen_in(remembered);
  files.put("elsewhere/one.md", "another");
  files.put("elsewhere/two.md", "two");
  EXPECT_EQ(seen_in(remembered), seen_in(files));
  EXPECT_TRUE(seen_in(remembered).contains("content/folder/two.md"));
}

}  // namespace
}  // namespace causerie
