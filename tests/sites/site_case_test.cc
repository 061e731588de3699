// The comparison of golden sites detects differences.
#include "sites/site_case.h"

#include <gtest/gtest.h>

#include "support/golden.h"

namespace causerie::sites {
namespace {

SiteCase expecting(Tree expected) {
  SiteCase site;
  site.folder = "no/such/folder";
  site.is_to_be_made = true;
  site.expected = std::move(expected);
  return site;
}

using Faults = std::vector<std::string>;

TEST(SiteCase, WhatIsAsExpectedHasNoFault) {
  EXPECT_EQ(faults(expecting({{"index.html", "one\n"}}), {0, "", {{"index.html", "one\n"}}}), Faults());
}

TEST(SiteCase, EveryDifferenceIsAFault) {
  const SiteCase site = expecting({{"a/index.html", "one\ntwo\n"}});
  EXPECT_EQ(faults(site, {0, "", {}}), Faults{"a/index.html: nobody made it"});
  EXPECT_EQ(faults(site, {0, "", {{"a/index.html", "one\ntwo\n"}, {"b", ""}}}), Faults{"b: made, but not expected"});
  EXPECT_EQ(faults(site, {0, "", {{"a/index.html", "one\n2\n"}}}), Faults{"a/index.html, line 2:\n one\n-two\n+2\n"});
  EXPECT_EQ(faults(site, {3, "", site.expected}), Faults{"exit status 3 instead of 0"});
  EXPECT_EQ(faults(site, {0, "a warning\n", site.expected}), Faults{"errors.txt, line 1:\n+a warning\n"});
}

TEST(SiteCase, WhatFailsWritesNothing) {
  SiteCase site = expecting({});
  site.is_to_be_made = false;
  EXPECT_EQ(faults(site, {1, "", {}}), Faults());
  EXPECT_EQ(faults(site, {1, "", {{"index.html", ""}}}), Faults{"index.html: made, but not expected"});
  EXPECT_EQ(faults(site, {0, "", {}}), Faults{"exit status 0 instead of 1"});
}

TEST(SiteCase, ASelectionIsHeldToo) {
  SiteCase site = expecting({{"a/index.html", ""}});
  site.selection = {.globs = {"a/**"}, .forbidden = {"drafts/**"}};
  EXPECT_EQ(faults(site, {0, "", {{"a/index.html", ""}, {"feed.xml", ""}}}), Faults());
  EXPECT_EQ(faults(site, {0, "", {{"a/index.html", ""}, {"a/b/x", ""}}}), Faults{"a/b/x: made, but not expected"});
  EXPECT_EQ(faults(site, {0, "", {{"a/index.html", ""}, {"drafts/x", ""}}}),
            Faults{"drafts/x: made against !drafts/**"});
  site.selection.globs = {"a/index.html", "b/*"};
  EXPECT_EQ(faults(site, {0, "", site.expected}), Faults{"compare.txt: nothing expected is b/*"});
}

TEST(Golden, GlobsStopAtASlashUnlessTheyAreDeep) {
  EXPECT_TRUE(matches_glob("a/*/index.html", "a/b/index.html"));
  EXPECT_FALSE(matches_glob("a/*/index.html", "a/b/c/index.html"));
  EXPECT_TRUE(matches_glob("a/**/index.html", "a/b/c/index.html"));
  EXPECT_TRUE(matches_glob("**", ""));
  EXPECT_FALSE(matches_glob("feed.xm?", "feed.xm/"));
}

TEST(Golden, ADifferenceIsShownWithoutWhatIsTheSame) {
  EXPECT_EQ(difference("a\nb\nc\nd\n", "a\nb\nx\ny\nd\n"), "line 3:\n b\n-c\n+x\n+y\n");
  EXPECT_EQ(difference("a\n", "a\n"), "");
  EXPECT_EQ(difference("a", "a\n"), "line 2:\n a\n+\n");
}

}  // namespace
}  // namespace causerie::sites
