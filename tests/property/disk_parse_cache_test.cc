// A run with the cache of an earlier run makes the same site as one without, whatever happened to the site and to the
// cache in between.
#include "content/disk_parse_cache.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <random>

#include "pipeline/build_site.h"
#include "pipeline/fingerprints.h"
#include "pipeline/prepare_site.h"
#include "property/small_site.h"
#include "support/golden.h"
#include "support/temporary_folder.h"
#include "system/disk.h"

namespace causerie {
namespace {

const Hash this_program = hash_of("this program");

struct Made {
  Fingerprints outputs;
  std::vector<Diagnostic> diagnostics;
};

Made run(Files& files, DiskParseCache kept) {
  SiteOptions options;
  options.day = Day{2025, 1, 1};
  options.jobs = 2;
  Diagnostics diagnostics;
  const auto prepared = prepare_site(files, options, kept, diagnostics);
  EXPECT_TRUE(prepared);
  const auto layout_hash = [&](std::string_view layout) { return (*prepared)->theme.fingerprint(layout); };
  return {fingerprints((*prepared)->plan, Hash(), layout_hash, 2), diagnostics.sorted()};
}

using Cache = std::shared_ptr<MemoryFiles>;
Cache empty_cache() { return std::make_shared<MemoryFiles>(); }

void expect_same(const Made& one, const Made& other, const std::string& story) {
  ASSERT_EQ(one.diagnostics, other.diagnostics) << story;
  ASSERT_EQ(one.outputs, other.outputs) << story;
}

// What may happen to the cache between two runs. `any` is one of its files.
struct Mishap {
  const char* what;
  std::function<void(MemoryFiles& cache, const std::string& any)> happen;
};

std::string bytes_of(MemoryFiles& cache, const std::string& part) { return cache.contents().at(part); }

const Mishap mishaps[] = {
    {"nothing", [](MemoryFiles&, const std::string&) {}},
    {"a part is deleted", [](MemoryFiles& cache, const std::string& any) { ASSERT_TRUE(cache.remove(any)); }},
    {"a part is cut short",
     [](MemoryFiles& cache, const std::string& any) {
       const std::string bytes = bytes_of(cache, any);
       cache.put(any, bytes.substr(0, bytes.size() / 2));
     }},
    {"a bit of a part is turned",
     [](MemoryFiles& cache, const std::string& any) {
       std::string bytes = bytes_of(cache, any);
       bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
       cache.put(any, bytes);
     }},
    {"a part is of another version",
     [](MemoryFiles& cache, const std::string& any) { cache.put(any, "causerie parse-cache 0\n"); }},
    {"all is deleted",
     [](MemoryFiles& cache, const std::string&) {
       for (const auto& [name, bytes] : cache.contents()) ASSERT_TRUE(cache.remove(name));
     }},
    {"somebody's file lies there", [](MemoryFiles& cache, const std::string&) { cache.put("notes.txt", "mine"); }},
};

TEST(DiskParseCache, MakeTheSiteThatIsMadeWithoutThem) {
  for (unsigned seed = 201; seed <= 204; ++seed) {
    SmallSite site(seed);
    std::mt19937 random(seed);
    const Cache cache = empty_cache();
    std::string story = fmt::format("seed {}", seed);
    for (int i = 0; i < 25; ++i) {
      expect_same(run(site.files(), {cache, this_program}), run(site.files(), {}), story);
      const auto parts = cache->contents();
      if (!parts.empty()) {
        const Mishap& mishap = mishaps[random() % std::size(mishaps)];
        mishap.happen(*cache, std::next(parts.begin(), static_cast<long>(random() % parts.size()))->first);
        story += std::string("\n") + mishap.what;
      }
      story += "\n" + site.edit();
    }
  }
}

// The same site in another folder, or downloaded again: different times and inodes, the same bytes.
TEST(DiskParseCache, HoldForTheSameBytesElsewhere) {
  SmallSite site(7);
  const Cache cache = empty_cache();
  run(site.files(), {cache, this_program});
  MemoryFiles elsewhere;
  site.copy_shuffled(elsewhere);
  expect_same(run(elsewhere, {cache, this_program}), run(elsewhere, {}), "");
}

std::vector<std::string> sources_read(MemoryFiles& files) {
  std::vector<std::string> paths = files.reads();
  std::erase_if(paths, [](const std::string& path) { return !path.starts_with("content/"); });
  return paths;
}

TEST(DiskParseCache, OnlyWhatChangedIsReadAgain) {
  SmallSite site(1);
  const Cache cache = empty_cache();
  run(site.files(), {cache, this_program});
  site.files().forget_records();
  run(site.files(), {cache, this_program});
  EXPECT_EQ(sources_read(site.files()), std::vector<std::string>());

  site.files().put("content/about.md", "---\ntitle: About\n---\nSomebody else.\n");
  site.files().forget_records();
  cache->forget_records();
  run(site.files(), {cache, this_program});
  EXPECT_EQ(sources_read(site.files()), std::vector<std::string>{"content/about.md"});
  EXPECT_EQ(cache->writes().size(), 1u);

  // The cache of another version of the program is not used.
  site.files().forget_records();
  run(site.files(), {cache, hash_of("another program")});
  EXPECT_GT(sources_read(site.files()).size(), 3u);
}

TEST(DiskParseCache, AreWrittenAnewWhereMuchIsOutdated) {
  SmallSite site(2);
  const Cache cache = empty_cache();
  for (int i = 0; i < 100; ++i) {
    site.files().put("content/about.md", fmt::format("---\ntitle: About\n---\nVersion {}.\n", i));
    run(site.files(), {cache, this_program});
    ASSERT_LT(cache->contents().size(), 40u);
  }
  expect_same(run(site.files(), {cache, this_program}), run(site.files(), {}), "");
}

// Within one tick of the clock a file may change without changing its times; here its size is the same too.
TEST(DiskParseCache, AFileThatWasNotAtRestIsReadAgain) {
  const TemporaryFolder temporary;
  write_file(temporary.path() / "site.yaml", "title: Letters\n");
  const auto files = disk_files(temporary.path().string(), FollowLinks::yes);
  const Cache cache = empty_cache();
  for (const char* title : {"Bees", "Ants", "Oaks"}) {
    write_file(temporary.path() / "content/one.md", fmt::format("---\ntitle: {}\n---\nWords.\n", title));
    expect_same(run(*files, {cache, this_program}), run(*files, {}), title);
  }
}

// Shows that the comparisons above can fail: a cache of other bytes is used if `stat` returns the same.
TEST(DiskParseCache, AreTakenForTrueWhereStatSaysSo) {
  const auto site = [](const char* title) {
    auto files = std::make_unique<MemoryFiles>();
    files->put("site.yaml", "title: Letters\n");
    files->put("content/one.md", fmt::format("---\ntitle: {}\n---\nWords.\n", title));
    return files;
  };
  const Cache cache = empty_cache();
  const auto bees = site("Bees"), ants = site("Ants");
  run(*bees, {cache, this_program});
  EXPECT_NE(run(*ants, {cache, this_program}).outputs, run(*ants, {}).outputs);
}

TEST(DiskParseCache, HoldNoAddressOfAReader) {
  MemoryFiles files;
  files.put("site.yaml", "title: Letters\ncomments:\n  folders: [old]\n");
  files.put("content/one.md", "---\ntitle: One\n---\nWords.\n");
  files.put("content/one.comments.yaml",
            "- id: a\n  author: Ada\n  email: ada@reader.example\n  body: Write to ada@reader.example, please.\n");
  files.put("old/one/entry1.yml",
            "_id: b\nname: Ben\nemail: ben@reader.example\nmessage: I am ben@reader.example.\ndate: 2024-01-01\n");
  const Cache cache = empty_cache();
  run(files, {cache, this_program});
  bool has_comment = false;
  for (const auto& [name, bytes] : cache->contents()) {
    EXPECT_EQ(bytes.find("reader.example"), std::string::npos) << name;
    has_comment = has_comment || bytes.find("Write to") != std::string::npos;
  }
  EXPECT_TRUE(has_comment);
}

TEST(DiskParseCache, AreTheUsersOwn) {
  const TemporaryFolder temporary;
  SmallSite site(3);
  run(site.files(),
      {disk_files((temporary.path() / "cache").string(), FollowLinks::yes, Readers::owner), this_program});
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(temporary.path() / "cache")) {
    const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    EXPECT_EQ(entry.status().permissions() & others, std::filesystem::perms::none) << entry.path();
    ++count;
  }
  EXPECT_GT(count, 0);
}

// A cache that cannot be written, or is not a folder, is ignored.
TEST(DiskParseCache, AreDoneWithoutWhereTheyCannotBe) {
  const TemporaryFolder temporary;
  write_file(temporary.path() / "cache", "a file");
  SmallSite site(4);
  const auto kept = [&] {
    return DiskParseCache(disk_files((temporary.path() / "cache").string(), FollowLinks::yes, Readers::owner),
                          this_program);
  };
  expect_same(run(site.files(), kept()), run(site.files(), {}), "");
}

}  // namespace
}  // namespace causerie
