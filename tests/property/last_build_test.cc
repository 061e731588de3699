// A build with nothing to do returns at once, and reports what the previous build reported.
#include "pipeline/last_build.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "base/memory_files.h"
#include "pipeline/build_site.h"

namespace causerie {
namespace {

struct Folders {
  MemoryFiles site;
  MemoryFiles destination{FollowLinks::no};
  MemoryFiles internal{FollowLinks::no};
  BuildCache cache;

  Folders() {
    site.put("site.yaml", "title: Letters\n");  // without base_url: a warning each time
    site.put("content/letters/series.yaml", "title: Letters\n");
    site.put("content/letters/01-one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nOne. [](series:next)\n");
    site.put("content/letters/02-two.md", "---\ntitle: Two\ndate: 2024-02-01\n---\nTwo.\n");
    site.put("content/letters/01-one.comments.yaml", "- id: c1\n  author: Ada\n  body: Yes.\n");
    site.put("content/essays/soon.md", "---\ntitle: Soon\ndate: 2025-01-05\n---\nSoon.\n");
    site.put("content/a.txt", "a");
  }
};

struct Outcome {
  std::map<std::string, std::string> pages;
  std::vector<Diagnostic> said;
  SiteSummary summary;
  std::size_t files_read = 0;
  std::size_t made = 0;
};

BuildOptions on(Day day) {
  BuildOptions options;
  options.day = day;
  options.jobs = 1;
  return options;
}

Outcome build(Folders& at, const BuildOptions& options = on({2025, 1, 1})) {
  at.site.forget_records();
  Diagnostics diagnostics;
  const auto built = build_site({at.site, at.destination, at.internal, at.cache}, options, diagnostics);
  EXPECT_TRUE(built);
  return {at.destination.contents(), diagnostics.sorted(), built->summary, at.site.reads().size(),
          built->published.made};
}

TEST(LastBuild, WhatStandsIsNotReadAgain) {
  Folders at;
  const Outcome first = build(at);
  EXPECT_GT(first.files_read, 5u);
  EXPECT_FALSE(first.said.empty());
  EXPECT_EQ(first.summary.comments_shown, 1);
  ASSERT_EQ(first.summary.scheduled.size(), 1u);

  at.destination.forget_records();
  const Outcome second = build(at);
  EXPECT_EQ(second.files_read, 0u);
  EXPECT_EQ(second.made, 0u);
  EXPECT_EQ(at.destination.writes(), std::vector<std::string>());
  EXPECT_EQ(second.pages, first.pages);
  EXPECT_EQ(second.said, first.said);
  EXPECT_EQ(second.summary, first.summary);
}

struct Change {
  const char* what;
  std::function<void(Folders&)> make;
};

// Whatever happens between two builds, the second makes the same output as a build without a first.
TEST(LastBuild, EveryChangeToTheSiteIsNoticed) {
  const Change changes[] = {
      {"a text", [](Folders& at) { at.site.put("content/letters/02-two.md", "---\ntitle: Two\n---\nToo.\n"); }},
      {"an essay more",
       [](Folders& at) { at.site.put("content/letters/03-x.md", "---\ntitle: X\ndate: 2024-03-01\n---\nX.\n"); }},
      {"an essay less", [](Folders& at) { ASSERT_TRUE(at.site.remove("content/letters/02-two.md")); }},
      {"a file touched", [](Folders& at) { at.site.put("content/a.txt", "a"); }},
      {"a comment", [](Folders& at) { at.site.put("content/letters/02-two.comments/c.yaml", "author: B\nbody: B\n"); }},
      {"a setting", [](Folders& at) { at.site.put("site.yaml", "title: Words\n"); }},
      {"a theme", [](Folders& at) { at.site.put("themes/default/theme.yaml", "name: default\n"); }},
      {"a link", [](Folders& at) { at.site.put_link("content/b.txt", "a.txt"); }},
  };
  for (const Change& change : changes) {
    SCOPED_TRACE(change.what);
    Folders at, fresh;
    const Outcome before = build(at);
    change.make(at);
    change.make(fresh);
    const Outcome again = build(at);
    const Outcome anew = build(fresh);
    EXPECT_GT(again.files_read, 0u);
    // An error leaves the output as it was.
    EXPECT_TRUE(again.pages == (anew.pages.empty() ? before.pages : anew.pages));
    EXPECT_EQ(again.said, anew.said);
  }
}

TEST(LastBuild, WhateverIsNotAsItWasLeftIsMadeAnew) {
  const Change changes[] = {
      {"a page deleted", [](Folders& at) { ASSERT_TRUE(at.destination.remove("letters/one/index.html")); }},
      {"a page changed", [](Folders& at) { at.destination.put("letters/one/index.html", "mine"); }},
      {"the list gone", [](Folders& at) { ASSERT_TRUE(at.destination.remove(".causerie-files")); }},
      {"the record gone", [](Folders& at) { at.cache.store().remove_all("last build"); }},
      {"the record cut short",
       [](Folders& at) {
         Store& store = at.cache.store();
         store.put("last build", "", store.find("last build", "").value_or("").substr(0, 300));
       }},
  };
  for (const Change& change : changes) {
    SCOPED_TRACE(change.what);
    Folders at;
    const Outcome first = build(at);
    change.make(at);
    const Outcome again = build(at);
    EXPECT_GT(again.files_read, 0u);
    EXPECT_TRUE(again.pages == first.pages);
    EXPECT_EQ(again.said, first.said);
  }
}

TEST(LastBuild, HoldsForOneDayAndOneSetOfOptions) {
  Folders at;
  build(at);
  EXPECT_EQ(build(at).files_read, 0u);
  EXPECT_TRUE(build(at, on({2025, 1, 5})).pages.contains("essays/soon/index.html"));
  build(at);
  BuildOptions future = on({2025, 1, 1});
  future.future = true;
  EXPECT_TRUE(build(at, future).pages.contains("essays/soon/index.html"));
  build(at);
  BuildOptions clean = on({2025, 1, 1});
  clean.clean = true;
  EXPECT_GT(build(at, clean).files_read, 0u);

  // Without a given day it is valid until that day ends.
  Folders today;
  BuildFolders outputs{today.site, today.destination, today.internal, today.cache};
  LastBuild last;
  last.begin = {1000};
  last.end = {2000};
  store_last_build(outputs, last);
  for (const auto& [now, holds] : {std::pair(999, false), {1000, true}, {1999, true}, {2000, false}}) {
    const auto found = find_last_build(outputs, Hash(), Instant{now}, 1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->has_value(), holds) << now;
  }
}

// A file that changes while it is read, or has just changed, may change again without changing its times.
TEST(RecordingFiles, AnswersThatMayChangeUnseenAreNotKept) {
  constexpr std::int64_t now = 10'000'000'000;
  MemoryFiles files;  // its times are small numbers
  files.put("a", "1");
  RecordingFiles recorded(files, now);
  ASSERT_TRUE(recorded.read("a"));
  ASSERT_TRUE(recorded.stat("b"));
  ASSERT_TRUE(recorded.recorded());
  EXPECT_EQ(recorded.recorded()->size(), 2u);
  const std::vector<RecordedStat> kept = *recorded.recorded();
  for (const RecordedStat& one : kept) EXPECT_TRUE(*still_holds(files, one));
  files.put("b", "2");
  EXPECT_FALSE(*still_holds(files, kept.back()));

  ASSERT_TRUE(recorded.stat("b"));  // a different answer than before
  EXPECT_FALSE(recorded.recorded());
  RecordingFiles young(files, 0);
  ASSERT_TRUE(young.read("a"));
  EXPECT_FALSE(young.recorded());
  RecordingFiles changing(files, now);
  ASSERT_TRUE(changing.write("c", "3"));
  EXPECT_FALSE(changing.recorded());
}

}  // namespace
}  // namespace causerie
