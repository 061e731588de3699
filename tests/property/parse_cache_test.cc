// Reading a site again with a parse cache gives the same result as without, whatever changed in the meantime.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/fingerprints.h"
#include "pipeline/prepare_site.h"
#include "property/small_site.h"
#include "support/golden.h"
#include "support/temporary_folder.h"
#include "system/disk.h"

namespace causerie {
namespace {

struct Read {
  Fingerprints outputs;
  std::vector<Diagnostic> diagnostics;
};

Read read(Files& files, BuildCache& cache, int jobs) {
  SiteOptions options;
  options.day = Day{2025, 1, 1};
  options.jobs = jobs;
  Diagnostics diagnostics;
  StepTimes times;
  const auto prepared = prepare_site(files, options, cache, times, diagnostics);
  EXPECT_TRUE(prepared);
  const auto layout_hash = [&](std::string_view layout) { return (*prepared)->theme.fingerprint(layout); };
  return {fingerprints((*prepared)->plan, Hash(), layout_hash, jobs), diagnostics.sorted()};
}

Read read_anew(Files& files) {
  BuildCache none;
  return read(files, none, 1);
}

TEST(ParseCache, ReadingAgainEqualsReadingAnew) {
  for (unsigned seed = 101; seed <= 105; ++seed) {
    SmallSite site(seed);
    BuildCache cache;
    std::string story = fmt::format("seed {}", seed);
    for (int i = 0; i < 25; ++i) {
      const Read again = read(site.files(), cache, 1 + i % 3);
      const Read anew = read_anew(site.files());
      ASSERT_EQ(again.diagnostics, anew.diagnostics) << story;
      ASSERT_EQ(again.outputs, anew.outputs) << story;
      story += "\n" + site.edit();
    }
  }
}

// Reads of essays, series, comments and copied files; site.yaml and the theme are read each time.
std::vector<std::string> sources_read(MemoryFiles& files) {
  std::vector<std::string> paths = files.reads();
  std::erase_if(paths, [](const std::string& path) { return !path.starts_with("content/"); });
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(ParseCache, OnlyWhatChangedIsReadAgain) {
  SmallSite site(1);
  BuildCache cache;
  read(site.files(), cache, 1);
  EXPECT_GT(sources_read(site.files()).size(), 3u);

  site.files().forget_records();
  read(site.files(), cache, 1);
  EXPECT_EQ(sources_read(site.files()), std::vector<std::string>());

  site.files().put("content/about.md", "---\ntitle: About\n---\nSomebody else.\n");
  site.files().forget_records();
  read(site.files(), cache, 1);
  EXPECT_EQ(sources_read(site.files()), std::vector<std::string>{"content/about.md"});

  // It affects how all texts are read.
  site.files().put("site.yaml", "title: Letters\ntimezone: Asia/Tokyo\n");
  site.files().forget_records();
  read(site.files(), cache, 1);
  EXPECT_GT(sources_read(site.files()).size(), 3u);
}

// No step may lose what another step cached: a lost member would only cost time, so no other test would notice. A new
// member does not compile until it is added here.
TEST(ParseCache, NothingThatIsKeptIsLost) {
  SmallSite site(1);
  site.files().put("site.yaml", "title: Small\ncomments: {folders: [data]}\n");
  site.files().put("data/part-1.yaml", "_id: x\nname: Bo\npath: letters/part-1\nmessage: Yes.\n");
  BuildCache cache;
  for (int i = 0; i < 2; ++i) {
    Diagnostics diagnostics;
    ASSERT_TRUE(read_content(site.files(), cache, 1, diagnostics));
    ParseCache parsed = cache.take_parse_results(1);
    const auto& [files, essays, series, foreign_comments] = parsed;
    EXPECT_GT(files.size(), 5u);
    EXPECT_EQ(essays.size(), 6u);
    EXPECT_EQ(series.size(), 1u);
    EXPECT_EQ(foreign_comments.size(), 1u);
    cache.keep_parse_results(std::move(parsed), 1);
  }
}

// A file that is written twice within one tick of the clock keeps its times; here its size is the same too.
TEST(ParseCache, AFileThatWasNotAtRestIsReadAgain) {
  const TemporaryFolder temporary;
  write_file(temporary.path() / "site.yaml", "title: Letters\n");
  const auto files = disk_files(temporary.path().string(), FollowLinks::yes);
  BuildCache cache;
  const auto change = [&](const auto& edit) {
    ParseCache parsed = cache.take_parse_results(1);
    edit(parsed.files.at("content/one.md"));
    cache.keep_parse_results(std::move(parsed), 1);
  };
  for (const char* title : {"Bees", "Ants", "Oaks"}) {
    write_file(temporary.path() / "content/one.md", fmt::format("---\ntitle: {}\n---\nWords.\n", title));
    const Read again = read(*files, cache, 1);
    change([](const CachedFile& file) { EXPECT_FALSE(file.was_at_rest); });
    EXPECT_EQ(again.outputs, read_anew(*files).outputs);
  }
  // Shows that the comparison above can fail: if the file counts as at rest, it is not read.
  write_file(temporary.path() / "content/one.md", "---\ntitle: Elms\n---\nWords.\n");
  change([&](CachedFile& file) {
    file.was_at_rest = true;
    file.stat = **files->stat("content/one.md");
  });
  EXPECT_NE(read(*files, cache, 1).outputs, read_anew(*files).outputs);
}

}  // namespace
}  // namespace causerie
