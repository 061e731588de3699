// The default theme's markup that stylesheets, feed readers and other people's tests may rely on.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "example_sites.h"

namespace causerie {
namespace {

// A series with everything: a planned part, a scheduled one, a draft, references of each kind, and a conversation with
// each kind of comment.
ExampleBuild whole_site(bool shows_all = false) {
  ExampleSite site;
  site.put("site.yaml",
           "title: Letters\nbase_url: https://letters.example/\ntags: {clocks: {description: On time.}}\n");
  site.put("content/clock/series.yaml",
           "title: The clock\ndescription: On [time](series:4).\nplanned:\n"
           "  - {part: 4, title: Silence, expected: 2026-09-05}\n  - {part: 5, title: Dust, expected: 2026-11}\n"
           "  - {part: 6, title: Rust, expected: 2027}\n");
  site.put(
      "content/clock/1-winding.md",
      "---\ntitle: Winding\ndate: 2026-01-05\ntoc: on\ntags: [clocks]\n---\nOne[^1].\n\n## When?\n\nText.\n\n[^1]: A "
      "note.\n");
  site.put("content/clock/2-striking.md",
           "---\ntitle: Striking\ndate: 2026-01-12\nupdated: 2026-02-03\ncomments: closed\n---\n"
           "See [](series:first), [later](series:4) and [elsewhere](https://e.org/).\n");
  site.put(
      "content/clock/2-striking.comments.yaml",
      "- {id: a, author: Ann, url: https://ann.example/, date: 2026-01-13, body: Yes.}\n"
      "- {id: b, parent: a, author: Edith, role: author, date: 2026-01-14, body: Thanks.}\n"
      "- {id: c, status: removed, date: 2026-01-15}\n- {id: d, parent: c, author: Tom, date: 2026-01-16, body: Oh.}\n");
  site.put("content/clock/3-stopping.md", "---\ntitle: Stopping\ndate: 2026-01-19\n---\nText.\n");
  site.put("content/essays/soon.md", "---\ntitle: Soon\ndate: 2026-08-01\n---\nText.\n");
  site.put("content/essays/sketch.md", "---\ntitle: Sketch\ndate: 2026-03-02\ndraft: true\n---\nText.\n");
  site.put("content/essays/old.md", "---\ntitle: Old\ndate: 2025-03-02\n---\nText.\n");
  site.put("content/essays/old.comments.yaml", "- {id: a, author: Ann, date: 2025-03-03, body: Yes.}\n");
  site.put("content/about.md", "---\ntitle: About\nupdated: 2026-02-02\ndate: 2026-02-01\n---\nWho.\n");
  BuildOptions options;
  options.drafts = options.future = shows_all;
  return site.build(options);
}

TEST(Markup, AnEssayIsAnEntryWithHeadingsThatHaveIds) {
  const std::string page = whole_site().page("/clock/winding/");
  EXPECT_EQ(selected(page, "main article.h-entry").size(), 1u);
  EXPECT_EQ(selected(page, "article.h-entry h1.p-name").at(0).text, "Winding");
  EXPECT_EQ(selected(page, "article h2[id=when]").size(), 1u);
  EXPECT_EQ(selected(page, "nav.toc a").at(0)["href"], "#when");
}

TEST(Markup, TwoNavigationsSurroundTheTextAndAgree) {
  const std::string page = whole_site().page("/clock/striking/");
  const auto both = selected(page, "nav.series");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_NE(both[0]["aria-label"], both[1]["aria-label"]);
  const auto text = page.find("e-content\">\n<p>See");
  EXPECT_LT(page.find("<nav class=\"series"), text);
  EXPECT_GT(page.rfind("<nav class=\"series"), text);
  for (const auto& [rel, href] : {std::pair("prev", "../winding/"), std::pair("next", "../stopping/")}) {
    const auto links = selected(page, fmt::format("nav.series a[rel={}]", rel));
    ASSERT_EQ(links.size(), 2u) << rel;
    for (const Selected& link : links) EXPECT_EQ(link["href"], href);
  }
  const auto lower = selected(page, "nav.onward ol li");
  ASSERT_EQ(lower.size(), 6u);
  EXPECT_EQ(selected(page, "nav.onward ol a[aria-current=page]").at(0).text, "Striking");
  EXPECT_EQ(selected(page, "nav.onward ol .forthcoming").size(), 3u);
  EXPECT_EQ(selected(page, "nav .ref.forthcoming").size(), 0u);
}

TEST(Markup, WhereAnAnnouncedPartComesNextNothingClaimsToBeNext) {
  const std::string page = whole_site().page("/clock/stopping/");
  EXPECT_EQ(selected(page, "a[rel=next]").size(), 0u);
  EXPECT_EQ(selected(page, "nav.series a[rel=prev]").size(), 2u);
  EXPECT_EQ(selected(whole_site().page("/clock/winding/"), "a[rel=prev]").size(), 0u);
}

TEST(Markup, ReferencesAndPromisesAreMarked) {
  const std::string page = whole_site().page("/clock/striking/");
  EXPECT_EQ(selected(page, "a.ref").at(0)["href"], "../winding/");
  EXPECT_EQ(selected(page, "a.ref").size(), 1u);
  EXPECT_EQ(selected(page, "span.ref.forthcoming").at(0).text, "later");
  EXPECT_EQ(selected(whole_site().page("/clock/"), "span.ref.forthcoming").at(0).text, "time");
}

TEST(Markup, AConversationIsASectionOfNestedElements) {
  const std::string page = whole_site().page("/clock/striking/");
  EXPECT_EQ(selected(page, "section#comments").size(), 1u);
  EXPECT_EQ(selected(page, "#comments article").size(), 0u);
  EXPECT_EQ(selected(page, "#comments #comment-a #comment-b.by-author").size(), 1u);
  EXPECT_EQ(selected(page, "#comment-c.tombstone #comment-d").size(), 1u);
  EXPECT_EQ(selected(page, ".by-author").size(), 1u);
  EXPECT_EQ(selected(page, ".tombstone").size(), 1u);
  EXPECT_EQ(selected(page, "#comment-a a[href=https://ann.example/]").at(0)["rel"], "nofollow ugc noopener");
  EXPECT_EQ(selected(whole_site().page("/clock/winding/"), "#comments").size(), 0u);
}

// The page without its time elements and their content.
std::string without_times(std::string_view page) {
  std::string rest;
  for (;;) {
    const auto begin = page.find("<time");
    rest += page.substr(0, begin);
    if (begin == std::string_view::npos) return rest;
    page.remove_prefix(page.find("</time>", begin) + 7);
  }
}

// The first month name followed by a year; empty if there is none.
std::string date_in(std::string_view text) {
  for (const std::string_view month : {"January", "February", "March", "April", "May", "June", "July", "August",
                                       "September", "October", "November", "December"}) {
    const auto at = text.find(std::string(month) + " 2");
    if (at != std::string_view::npos) return std::string(text.substr(at, month.size() + 5));
  }
  return "";
}

TEST(Markup, EveryDateStandsInATimeElement) {
  std::size_t elements = 0;
  const ExampleBuild built = whole_site(true);
  for (const auto& [path, page] : built.outputs) {
    if (!path.ends_with(".html")) continue;
    elements += selected(page, "time[datetime]").size();
    EXPECT_EQ(selected(page, "time").size(), selected(page, "time[datetime]").size()) << path;
    EXPECT_EQ(date_in(without_times(page)), "") << path;
  }
  EXPECT_GT(elements, 30u);
  const std::string page = built.page("/clock/");
  for (const char* datetime : {"2026-09-05", "2026-11", "2027"}) {
    EXPECT_EQ(selected(page, fmt::format("time[datetime={}]", datetime)).size(), 1u) << datetime;
  }
  EXPECT_EQ(selected(built.page("/essays/soon/"), "strong time").at(0).text, "1 August 2026");
}

TEST(Markup, AClosedConversationSaysSinceWhen) {
  ExampleSite site;
  site.put("site.yaml", "title: L\nbase_url: https://l.example/\ncomments: {close_after: 30d}\n");
  site.put("content/essays/old.md", "---\ntitle: Old\ndate: 2025-03-02\n---\nText.\n");
  site.put("content/essays/old.comments.yaml", "- {id: a, author: Ann, date: 2025-03-03, body: Yes.}\n");
  const auto since = selected(site.build().page("/essays/old/"), "#comments p time");
  ASSERT_GE(since.size(), 1u);
  EXPECT_EQ(since[0]["datetime"], "2025-04-02");
}

}  // namespace
}  // namespace causerie
