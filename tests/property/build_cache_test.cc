// A run with the cache of an earlier run makes the same site as one without, whatever happened to the site and to the
// cache in between.
#include "content/build_cache.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <random>

#include "content/essay_html.h"
#include "pipeline/build_site.h"
#include "property/small_site.h"
#include "support/golden.h"
#include "support/temporary_folder.h"
#include "system/disk.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

const Hash this_version = hash_of("this program");

struct Outcome {
  std::map<std::string, std::string> pages;
  std::vector<Diagnostic> diagnostics;
};

// Builds into an empty destination.
Outcome run(Files& files, BuildCache& cache, int jobs = 2) {
  BuildOptions options;
  options.day = Day{2025, 1, 1};
  options.jobs = jobs;
  Diagnostics diagnostics;
  MemoryFiles destination{FollowLinks::no}, internal{FollowLinks::no};
  const auto built = build_site({files, destination, internal, cache}, options, diagnostics);
  EXPECT_TRUE(built);
  return {destination.contents(), diagnostics.sorted()};
}

Outcome run_without(Files& files) {
  BuildCache none;
  return run(files, none);
}

void expect_same(const Outcome& one, const Outcome& other, const std::string& story) {
  ASSERT_EQ(one.diagnostics, other.diagnostics) << story;
  ASSERT_EQ(one.pages, other.pages) << story;
}

class BuildCacheTest : public testing::Test {
 protected:
  BuildCache open(Hash program = this_version) {
    BuildCache cache(Store(path.string(), program), HtmlPolicy::on_demand);
    cache.keep_little_html_in_memory();
    return cache;
  }
  Outcome run_with_cache(Files& files, Hash program = this_version) {
    BuildCache cache = open(program);
    return run(files, cache);
  }

  TemporaryFolder folder;
  fs::path path = folder.path() / "cache" / "site.sqlite";
};

// `check`, `list` and the preview read all HTML at once, in a site larger than one batch.
TEST_F(BuildCacheTest, AllHtmlOfALargeSiteIsRead) {
  MemoryFiles files{FollowLinks::yes};
  ASSERT_TRUE(files.write("site.yaml", "title: Many\nbase_url: https://many.example/\n"));
  for (int i = 0; i < 600; ++i) {
    ASSERT_TRUE(
        files.write(fmt::format("content/essays/e{}.md", i), fmt::format("---\ntitle: E{}\n---\nText {}.\n", i, i)));
  }
  const Outcome first = run_with_cache(files);
  BuildCache again(Store(path.string(), this_version), HtmlPolicy::in_memory);
  expect_same(run(files, again), first, "all HTML in memory");
}

// What may happen to the cache's file between two runs.
struct Mishap {
  const char* what;
  std::function<void(const fs::path& file, std::mt19937& random)> happen;
};

const Mishap mishaps[] = {
    {"nothing", [](const fs::path&, std::mt19937&) {}},
    {"it is deleted", [](const fs::path& file, std::mt19937&) { fs::remove(file); }},
    {"it is cut short",
     [](const fs::path& file, std::mt19937& random) { fs::resize_file(file, random() % fs::file_size(file)); }},
    {"a byte is changed",
     [](const fs::path& file, std::mt19937& random) {
       std::string bytes = read_file(file);
       bytes[random() % bytes.size()] ^= 4;
       fs::remove(file);
       write_file(file, bytes);
     }},
    {"it is something else", [](const fs::path& file, std::mt19937&) { write_file(file, "my notes\n"); }},
    {"another program used it",
     [](const fs::path& file, std::mt19937&) {
       Store other(file.string(), hash_of("another program"));
       other.put("essay", "content/about.md", "x");
       other.commit();
     }},
};

TEST_F(BuildCacheTest, ChangesNothingInTheSite) {
  for (unsigned seed = 201; seed <= 203; ++seed) {
    SmallSite site(seed);
    std::mt19937 random(seed);
    std::string story = fmt::format("seed {}", seed);
    for (int i = 0; i < 20; ++i) {
      expect_same(run_with_cache(site.files()), run_without(site.files()), story);
      const Mishap& mishap = mishaps[random() % std::size(mishaps)];
      if (fs::exists(path)) mishap.happen(path, random);
      story += fmt::format("\n{}\n{}", mishap.what, site.edit());
    }
    fs::remove(path);
  }
}

std::vector<std::string> sources_read(MemoryFiles& files) {
  std::vector<std::string> paths = files.reads();
  std::erase_if(paths, [](const std::string& read) { return !read.starts_with("content/") || read.ends_with(".png"); });
  return paths;
}

TEST_F(BuildCacheTest, OnlyWhatChangedIsReadAgain) {
  SmallSite site(1);
  run_with_cache(site.files());
  site.files().put("content/about.md", "---\ntitle: About\n---\nSomebody else.\n");
  site.files().forget_records();
  run_with_cache(site.files());
  EXPECT_EQ(sources_read(site.files()), std::vector<std::string>{"content/about.md"});

  // The cache of another version of the program is not used.
  site.files().forget_records();
  run_with_cache(site.files(), hash_of("another program"));
  EXPECT_GT(sources_read(site.files()).size(), 3u);
}

// The same site in another folder, or downloaded again: different times and inodes, the same bytes.
TEST_F(BuildCacheTest, HoldsForTheSameBytesElsewhere) {
  SmallSite site(7);
  run_with_cache(site.files());
  MemoryFiles elsewhere;
  site.copy_shuffled(elsewhere);
  expect_same(run_with_cache(elsewhere), run_without(elsewhere), "");
}

// Shows that the comparisons above can fail: a cache of other bytes is used if `stat` returns the same.
TEST_F(BuildCacheTest, BelievesStat) {
  const auto site = [](const char* title) {
    auto files = std::make_unique<MemoryFiles>();
    files->put("site.yaml", "title: Letters\n");
    files->put("content/one.md", fmt::format("---\ntitle: {}\n---\nWords.\n", title));
    return files;
  };
  const auto bees = site("Bees"), ants = site("Ants");
  run_with_cache(*bees);
  EXPECT_NE(run_with_cache(*ants).pages, run_without(*ants).pages);
}

// HTML that disappears while a build runs: the build starts again without the cache.
TEST_F(BuildCacheTest, ABuildWhoseHtmlIsLostStartsAgain) {
  SmallSite site(5);
  run_with_cache(site.files());
  site.files().put("site.yaml", "title: Another title\n");  // all pages are made again, no text is parsed again
  const Outcome expected = run_without(site.files());
  run_with_cache(site.files());
  BuildCache cache = open();
  cache.store().remove_all(html_kind);
  cache.store().remove_all("last build");
  cache.store().remove_all("manifest");
  ASSERT_TRUE(cache.store().commit());
  expect_same(run(site.files(), cache), expected, "");
}

TEST_F(BuildCacheTest, HoldsNoAddressOfAReader) {
  MemoryFiles files;
  files.put("site.yaml", "title: Letters\ncomments:\n  folders: [old]\n");
  files.put("content/one.md", "---\ntitle: One\n---\nWords.\n");
  files.put("content/one.comments.yaml",
            "- id: a\n  author: Ada\n  email: ada@reader.example\n  body: Write to ada@reader.example, please.\n");
  files.put("old/one/entry1.yml",
            "_id: b\nname: Ben\nemail: ben@reader.example\nmessage: I am ben@reader.example.\ndate: 2024-01-01\n");
  run_with_cache(files);
  const std::string bytes = read_file(path);
  EXPECT_EQ(bytes.find("reader.example"), std::string::npos);
  EXPECT_NE(bytes.find("Write to"), std::string::npos);
}

TEST_F(BuildCacheTest, IsDoneWithoutWhereItCannotBe) {
  write_file(folder.path() / "cache", "a file");
  SmallSite site(4);
  expect_same(run_with_cache(site.files()), run_without(site.files()), "");
}

TEST_F(BuildCacheTest, TwoBuildsAtOnceMakeTheSame) {
  SmallSite site(6);
  run_with_cache(site.files());
  site.files().put("content/about.md", "---\ntitle: About\n---\nSomebody else.\n");
  const Outcome expected = run_without(site.files());
  BuildCache one = open(), other = open();
  one.store().put("kind", "key", "value");  // holds the lock
  expect_same(run(site.files(), other), expected, "locked");
  one.store().commit();
  expect_same(run(site.files(), one), expected, "after");
}

// A process that is killed at any moment leaves a cache that gives the same site.
TEST_F(BuildCacheTest, AKilledBuildLeavesAUsableCache) {
  SmallSite site(8);
  run_with_cache(site.files());
  for (int delay = 0; delay < 12; ++delay) {
    site.edit();
    const pid_t child = fork();
    if (child == 0) {
      for (;;) {
        BuildCache cache = open(delay % 2 == 0 ? this_version : hash_of(std::to_string(delay)));
        run(site.files(), cache, 1);  // a forked process has no other threads
      }
    }
    usleep(static_cast<useconds_t>(3000 * delay));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    expect_same(run_with_cache(site.files()), run_without(site.files()), std::to_string(delay));
  }
}

}  // namespace
}  // namespace causerie
