// tests/examples/references.md: links that are resolved when the site is built. Below, what is too large for prose.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "example_sites.h"

namespace causerie {
namespace {

TEST(ReferenceExamples, AllHold) { EXPECT_GE(run_site_examples("references.md").size(), 20u); }

TEST(References, FiftyPagesAreNamedAndTheRestCounted) {
  for (const int count : {50, 51, 53}) {
    ExampleSite site;
    site.put("content/about.md", "---\ntitle: About\n---\nMe.\n");
    site.put("content/essays/2026-01-01-cited.md", "---\ntitle: Cited\n---\nMe.\n");
    for (int i = 0; i < count; ++i) {
      site.put(fmt::format("content/essays/2026-01-02-n{:02}.md", i),
               fmt::format("---\ntitle: N{}\n---\n[it](essay:cited)\n", i));
    }
    const std::string mentions =
        between(site.build().page("/essays/cited/"), "<section class=\"mentions\">", "</section>");
    int items = 0;
    for (auto at = mentions.find("<li><a"); at != std::string::npos; at = mentions.find("<li><a", at + 1)) ++items;
    EXPECT_EQ(items, 50);
    EXPECT_EQ(mentions.find("more</li>") != std::string::npos, count > 50) << mentions;
    if (count == 53) {
      EXPECT_NE(mentions.find("<li>and 3 more</li>"), std::string::npos) << mentions;
    }
  }
}

// Every promise is told until it is kept, and then is a link, whichever way it comes to be kept.
TEST(References, APromiseIsKeptByPublishingByDateAndByDraftsEnd) {
  ExampleSite site;
  site.put("content/talks/series.yaml", "title: Talks\nplanned: [{part: 2, title: Two}]\n");
  site.put("content/talks/01-one.md",
           "---\ntitle: One\ndate: 2026-01-01\n---\n[a](series:2), [b](series:3), [c](series:4).\n");
  site.put("content/talks/03-three.md", "---\ntitle: Three\ndate: 2026-07-01\n---\nx\n");
  site.put("content/talks/04-four.md", "---\ntitle: Four\ndraft: true\ndate: 2026-01-02\n---\nx\n");
  const auto body = [](const ExampleBuild& built) {
    return between(built.page("/talks/one/"), "<div class=\"prose e-content\">\n", "\n\n</div>");
  };
  EXPECT_EQ(body(site.build()),
            "<p><span class=\"ref forthcoming\" title=\"to come\">a</span>, <span class=\"ref forthcoming\" title=\"to "
            "come\">b</span>, <span class=\"ref forthcoming\" title=\"to come\">c</span>.</p>");
  BuildOptions july;
  july.day = Day{2026, 7, 1};
  EXPECT_EQ(body(site.build(july)),
            "<p><span class=\"ref forthcoming\" title=\"to come\">a</span>, <a class=\"ref\" href=\"../three/\">b</a>, "
            "<span class=\"ref forthcoming\" title=\"to come\">c</span>.</p>");
  site.put("content/talks/04-four.md", "---\ntitle: Four\ndate: 2026-01-02\n---\nx\n");
  site.put("content/talks/02-two.md", "---\ntitle: Two, after all\ndate: 2026-01-02\n---\nx\n");
  EXPECT_EQ(body(site.build(july)),
            "<p><a class=\"ref\" href=\"../two/\">a</a>, <a class=\"ref\" href=\"../three/\">b</a>, <a class=\"ref\" "
            "href=\"../four/\">c</a>.</p>");
  // And back: time may be turned.
  EXPECT_EQ(body(site.build()),
            "<p><a class=\"ref\" href=\"../two/\">a</a>, <span class=\"ref forthcoming\" title=\"to come\">b</span>, "
            "<a class=\"ref\" href=\"../four/\">c</a>.</p>");
}

}  // namespace
}  // namespace causerie
