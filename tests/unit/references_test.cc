// Runs tests/examples/references.md: links that are resolved when the site is built. Below, larger cases.
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

// Every promise is shown as such until it is kept, and then is a link, however it comes to be kept.
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
  // And back: the clock may go backwards.
  EXPECT_EQ(body(site.build()),
            "<p><a class=\"ref\" href=\"../two/\">a</a>, <span class=\"ref forthcoming\" title=\"to come\">b</span>, "
            "<a class=\"ref\" href=\"../four/\">c</a>.</p>");
}

// Attributes and feeds contain only text, including titles that references fill in.
TEST(References, LeaveTheirTitlesWhereOnlyWordsStand) {
  ExampleSite site;
  site.put("site.yaml",
           "title: T\nbase_url: https://example.org/\ntags: {plain: {description: 'See [](series:talks/1).'}}\n");
  site.put("content/talks/series.yaml",
           "title: Talks\ndescription: Begin with [](series:first), end with [](series:2).\nplanned: [{part: 2, title: "
           "Two & two}]\n");
  site.put("content/talks/01-one.md",
           "---\ntitle: One\ndate: 2026-01-01\ntags: [plain]\nsummary: Before [](series:next).\n---\nText.\n");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  const auto description = [&](std::string_view path) {
    return between(built.page(path), "<meta name=\"description\" content=\"", "\"");
  };
  EXPECT_EQ(description("/talks/"), "Begin with One, end with Two &amp; two.");
  EXPECT_EQ(description("/talks/one/"), "Before Two &amp; two.");
  EXPECT_EQ(description("/tags/plain/"), "See One.");
  EXPECT_EQ(between(built.page("/talks/feed.xml"), "<subtitle>", "</subtitle>"),
            "Begin with One, end with Two &amp; two.");
}

// A picture next to an essay has the right address on every page and in every feed that shows it; lists elsewhere do
// not show it.
TEST(References, FindAPictureFromEveryPage) {
  ExampleSite site;
  site.put("content/talks/series.yaml", "title: Talks\ndescription: '![Map](map.svg)'\n");
  site.put("content/talks/map.svg", "<svg/>");
  site.put("content/talks/01-one.md",
           "---\ntitle: One\ndate: 2026-01-01\nimage: map.svg\n---\n![Map](map.svg) <img src=map.svg "
           "srcset=\"map.svg 1x, ../talks/map.svg 2x\"> text.\n");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_NE(built.page("/talks/one/")
                .find("<img src=\"../map.svg\" alt=\"Map\"> <img src=\"../map.svg\" srcset=\"../map.svg 1x, "
                      "../map.svg 2x\">"),
            std::string::npos)
      << built.page("/talks/one/");
  EXPECT_NE(built.page("/talks/one/").find("content=\"https://example.org/talks/map.svg\""), std::string::npos);
  EXPECT_NE(built.page("/talks/").find("<img src=\"map.svg\" alt=\"Map\">"), std::string::npos);
  const std::string feed = built.page("/talks/feed.xml");
  EXPECT_NE(feed.find("&lt;img src=&quot;https://example.org/talks/map.svg&quot; alt=&quot;Map&quot;&gt;"),
            std::string::npos)
      << feed;
  for (const char* const list : {"/", "/archive/", "/feed.xml"})
    EXPECT_EQ(built.page(list).find("<img"), std::string::npos) << list;
}

TEST(References, OfSiteYamlLeadFromEveryPage) {
  ExampleSite site;
  site.put(
      "site.yaml",
      "title: T\nbase_url: https://example.org/\nauthor: {name: Maya, bio: 'I wrote [](series:talks/1), and will "
      "write [more](series:talks/2).', links: [{label: My first, to: talks/01-one.md}]}\nmenu: [{label: Begin, to: "
      "series:talks/1}, {label: Soon, to: series:talks/2}, {label: Out, to: https://out.example/}]\n");
  site.put("content/talks/series.yaml", "title: Talks\nplanned: [{part: 2, title: Two}]\n");
  site.put("content/talks/01-one.md", "---\ntitle: One\ndate: 2026-01-01\n---\nText.\n");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  const std::string one = built.page("/talks/one/"), missing = built.page("/404.html");
  EXPECT_NE(one.find("<a href=\"./\" aria-current=\"page\">Begin</a>"), std::string::npos) << one;
  EXPECT_NE(missing.find("<a href=\"/talks/one/\">Begin</a>"), std::string::npos) << missing;
  EXPECT_EQ(one.find("Soon"), std::string::npos) << "a promise is no way to go";
  EXPECT_NE(one.find("I wrote <a class=\"ref\" href=\"./\">One</a>, and will write <span class=\"ref forthcoming\""),
            std::string::npos)
      << one;
  EXPECT_NE(one.find("<a href=\"./\" rel=\"me\">My first</a>"), std::string::npos) << one;
}

}  // namespace
}  // namespace causerie
