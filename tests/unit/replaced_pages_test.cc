// Pages and files of ours that the writer has at the same address: the writer's is published, with a note.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "example_sites.h"

namespace causerie {
namespace {

struct Replacing {
  const char* file;
  const char* text;  // null: an essay
  const char* address;
  const char* output;
};

const Replacing replacing[] = {
    {"content/index.html", "Mine.", "/", "index.html"},
    {"content/archive.md", nullptr, "/archive/", "archive/index.html"},
    {"content/archive/index.html", "Mine.", "/archive/", "archive/index.html"},
    {"content/tags.md", nullptr, "/tags/", "tags/index.html"},
    {"content/tags/t/feed.xml", "Mine.", "/tags/t/feed.xml", "tags/t/feed.xml"},
    {"content/404.html", "Mine.", "/404.html", "404.html"},
    {"content/feed.xml", "Mine.", "/feed.xml", "feed.xml"},
    {"content/sitemap.xml", "Mine.", "/sitemap.xml", "sitemap.xml"},
    {"content/robots.txt", "Mine.", "/robots.txt", "robots.txt"},
};

void put_essay(ExampleSite& site, const char* more = "") {
  site.put("content/essays/naps.md",
           fmt::format("---\ntitle: Naps\ndate: 2026-01-01\ntags: [t]\naliases: [/old/]\n---\nText.\n{}", more));
}

void put_file(ExampleSite& site, const Replacing& one) {
  site.put(one.file, one.text != nullptr ? one.text : "---\ntitle: My own\n---\nMine.\n");
}

TEST(ReplacedPages, TheWritersIsPublishedWithANote) {
  for (const Replacing& one : replacing) {
    SCOPED_TRACE(one.file);
    ExampleSite site;
    put_essay(site);
    const ExampleBuild before = site.build();
    ASSERT_TRUE(before.outputs.contains(one.output));
    EXPECT_EQ(before.outputs.at(one.output).find("Mine."), std::string::npos);
    put_file(site, one);
    const ExampleBuild built = site.build();
    EXPECT_TRUE(built.is_published);
    EXPECT_NE(built.outputs.at(one.output).find("Mine."), std::string::npos);
    EXPECT_EQ(built.outputs.size(), before.outputs.size());
    ASSERT_EQ(built.items.size(), 1u) << built.diagnostics;
    EXPECT_EQ(built.items[0].severity, Severity::note);
    EXPECT_EQ(built.items[0].code.name(), "replaced-page");
    EXPECT_EQ(built.items[0].location.file, one.file);
    EXPECT_NE(built.items[0].message.find(fmt::format("'{}', ", one.address)), std::string::npos);
    EXPECT_EQ(site.build().items, built.items);
    // And back.
    site.remove(one.file);
    EXPECT_EQ(site.build().outputs, before.outputs);
  }
}

TEST(ReplacedPages, LinksToThemKeepWorking) {
  for (const Replacing& one : replacing) {
    SCOPED_TRACE(one.file);
    ExampleSite site;
    put_essay(site, fmt::format("[There]({}).\n", one.address).c_str());
    EXPECT_EQ(site.build().diagnostics, "");
    put_file(site, one);
    const ExampleBuild built = site.build();
    EXPECT_TRUE(built.is_published) << built.diagnostics;
    EXPECT_NE(built.page("/essays/naps/").find("There</a>"), std::string::npos);
  }
}

TEST(ReplacedPages, CheckCountsNoneAsUnused) {
  for (const Replacing& one : replacing) {
    ExampleSite site;
    put_essay(site);
    put_file(site, one);
    for (const Diagnostic& said : site.check({}).items) EXPECT_NE(said.code.name(), "orphan-file") << one.file;
  }
}

// Names that begin with `_` or `.` are not part of the content.
TEST(ReplacedPages, WhatIsNotReadReplacesNothing) {
  ExampleSite site;
  put_essay(site);
  const ExampleBuild before = site.build();
  for (const char* const name : {"_headers", "_redirects", ".nojekyll"}) {
    EXPECT_TRUE(before.outputs.contains(name));
    site.put(std::string("content/") + name, "Mine.");
  }
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(built.outputs, before.outputs);
}

// A file that only a draft uses is not published, so it replaces nothing yet.
TEST(ReplacedPages, OursIsMadeWhileTheWritersIsHidden) {
  ExampleSite site;
  put_essay(site);
  const ExampleBuild before = site.build();
  site.put("content/feed.xml", "Mine.");
  site.put("content/essays/later.md", "---\ntitle: Later\ndraft: true\n---\n[mine](../feed.xml)\n");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(built.outputs, before.outputs);
}

// On its day it replaces ours with a note: there is nothing to warn of.
TEST(ReplacedPages, AScheduledPageIsNoComingCollision) {
  ExampleSite site;
  put_essay(site);
  site.put("content/archive.md", "---\ntitle: My own\ndate: 2026-07-01\n---\nMine.\n");
  EXPECT_EQ(site.build().diagnostics, "");
  BuildOptions later;
  later.day = Day{2026, 7, 1};
  EXPECT_NE(site.build(later).diagnostics.find("note: this replaces Causerie's own '/archive/'"), std::string::npos);
  site.put("content/archive.md",
           "---\ntitle: Other\nslug: other\naliases: [/archive/]\ndate: 2026-07-01\n---\nMine.\n");
  EXPECT_NE(site.build().diagnostics.find("warning: from 2026-07-01 on, '/archive/' would be written twice: Causerie "
                                          "itself makes it too"),
            std::string::npos);
}

}  // namespace
}  // namespace causerie
