// Properties that must hold for every site and every change to one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <map>

#include "faulty_files.h"
#include "pipeline/build_site.h"
#include "small_site.h"

namespace causerie {
namespace {

using Contents = std::map<std::string, std::string>;

struct Target {
  MemoryFiles destination{FollowLinks::no};
  MemoryFiles internal{FollowLinks::no};
  BuildCache cache;
};

BuildOptions on_a_day(int jobs = 1) {
  BuildOptions options;
  options.day = Day{2025, 1, 1};
  options.jobs = jobs;
  return options;
}

struct Outcome {
  bool is_published = false;
  std::vector<Diagnostic> diagnostics;
};

Outcome build(Files& site, Files& destination, Files& internal, BuildCache& cache,
              const BuildOptions& options = on_a_day()) {
  Diagnostics diagnostics;
  const auto built = build_site({site, destination, internal, cache}, options, diagnostics);
  EXPECT_TRUE(built) << (built ? ""
                               : built.failure().action + " " + built.failure().path + ": " + built.failure().reason);
  return {built && built->is_published, diagnostics.sorted()};
}

Outcome build(Files& site, Target& target, const BuildOptions& options = on_a_day()) {
  return build(site, target.destination, target.internal, target.cache, options);
}

// Describes where two sets of files differ; empty if they do not.
std::string difference(const Contents& a, const Contents& b) {
  for (const auto& [path, bytes] : a) {
    const auto other = b.find(path);
    if (other == b.end()) return path + " is only in the first";
    if (other->second != bytes) return path + " differs";
  }
  for (const auto& [path, bytes] : b) {
    if (!a.contains(path)) return path + " is only in the second";
  }
  return "";
}

TEST(WholeSite, AnIncrementalBuildEqualsACleanOneInBytesAndDiagnostics) {
  int published = 0, refused = 0;
  for (unsigned seed = 1; seed <= 7; ++seed) {
    SmallSite site(seed);
    Target kept;
    ASSERT_TRUE(build(site.files(), kept).is_published);
    Contents before = kept.destination.contents();
    std::string story = fmt::format("seed {}", seed);
    for (int i = 0; i < 25; ++i) {
      story += "\n" + site.edit();
      const Outcome incremental = build(site.files(), kept, on_a_day(1 + i % 3));
      Target fresh;
      const Outcome clean = build(site.files(), fresh);
      ASSERT_EQ(incremental.is_published, clean.is_published) << story;
      ASSERT_EQ(incremental.diagnostics, clean.diagnostics) << story;
      if (clean.is_published) {
        ASSERT_EQ(difference(kept.destination.contents(), fresh.destination.contents()), "") << story;
        before = kept.destination.contents();
        ++published;
      } else {
        ASSERT_EQ(difference(kept.destination.contents(), before), "") << "an error must leave the output as it was\n"
                                                                       << story;
        ++refused;
      }
    }
  }
  // Both happen often enough for a meaningful test.
  EXPECT_GT(published, 35);
  EXPECT_GT(refused, 20);
}

TEST(WholeSite, TheComparisonAboveNoticesAPageThatWasNotMade) {
  SmallSite site(3);
  Target kept;
  build(site.files(), kept);
  site.files().put("content/about.md", "---\ntitle: About\n---\nSomebody else.\n");
  Target fresh;
  build(site.files(), fresh);
  EXPECT_EQ(difference(kept.destination.contents(), fresh.destination.contents()), ".causerie-files differs");
}

TEST(WholeSite, ThreadsFileOrderTimeZoneAndLocaleChangeNoByte) {
  for (unsigned seed = 21; seed <= 24; ++seed) {
    SmallSite site(seed);
    Target first;
    const Outcome expected = build(site.files(), first);
    const char* const zones[] = {"UTC", "Asia/Tokyo", "America/New_York"};
    const char* const locales[] = {"C", "C.UTF-8", "C"};
    for (int i = 0; i < 3; ++i) {
      setenv("TZ", zones[i], 1);
      std::setlocale(LC_ALL, locales[i]);
      MemoryFiles shuffled;
      site.copy_shuffled(shuffled);
      Target other;
      const Outcome outcome = build(shuffled, other, on_a_day(1 + i * 2));
      EXPECT_EQ(outcome.diagnostics, expected.diagnostics);
      EXPECT_EQ(difference(first.destination.contents(), other.destination.contents()), "");
    }
    unsetenv("TZ");
    std::setlocale(LC_ALL, "C");
  }
}

// A build is interrupted at its n-th change, for every n; an essay is deleted before the next build. Every page is
// complete at any time, and the next build's output equals a clean build's, with no orphaned files.
void interrupt_everywhere(Fault fault) {
  for (int n = 0;; ++n) {
    SmallSite site(7);
    Target target;
    ASSERT_TRUE(build(site.files(), target).is_published);
    const Contents old_pages = target.destination.contents();

    site.files().put("content/about.md", "---\ntitle: About\n---\nChanged.\n");
    site.files().put("content/letters/04-part.md", "---\ntitle: Fourth\ndate: 2024-04-01\n---\nHere.\n");
    static_cast<void>(site.files().remove("content/essays/2024-03-01-naps.md"));
    Target whole;
    ASSERT_TRUE(build(site.files(), whole).is_published);
    const Contents new_pages = whole.destination.contents();

    FaultCounter counter{0, n, fault};
    FaultyFiles destination(target.destination, counter);
    FaultyFiles internal(target.internal, counter);
    Diagnostics diagnostics;
    bool was_stopped = false;
    try {
      was_stopped = !build_site({site.files(), destination, internal, target.cache}, on_a_day(1), diagnostics);
    } catch (const Killed&) {
      was_stopped = true;
    }
    for (const auto& [path, bytes] : target.destination.contents()) {
      if (path.find(".tmp") != std::string::npos || path == ".causerie-files") continue;
      const auto old_page = old_pages.find(path);
      const auto new_page = new_pages.find(path);
      const bool is_old = old_page != old_pages.end() && old_page->second == bytes;
      const bool is_new = new_page != new_pages.end() && new_page->second == bytes;
      ASSERT_TRUE(is_old || is_new) << path << " is half a page after a stop at change " << n;
    }
    static_cast<void>(site.files().remove("content/letters/04-part.md"));
    ASSERT_TRUE(build(site.files(), target).is_published);
    Target clean;
    ASSERT_TRUE(build(site.files(), clean).is_published);
    ASSERT_EQ(difference(target.destination.contents(), clean.destination.contents()), "")
        << "after a stop at change " << n;
    if (!was_stopped) {
      EXPECT_GT(n, 10) << "the build was stopped at few places only";
      return;
    }
  }
}

TEST(WholeSite, AWriteThatFailsLeavesPagesWholeAndTheNextBuildMends) { interrupt_everywhere(Fault::failure); }
TEST(WholeSite, AKillLeavesPagesWholeAndTheNextBuildMends) { interrupt_everywhere(Fault::kill_leaving_a_temporary); }

}  // namespace
}  // namespace causerie
