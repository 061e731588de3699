// Ids are unique on a page, whoever wrote its content.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "example_sites.h"

namespace causerie {
namespace {

constexpr const char* crowded_text =
    "## Text\n\n## Text\n\n## Nav text\n\n## Comments\n\n## Comment c1\n\n## Comment-form\n\n## Fn 1\n\n## Fnref-1\n\n"
    "## Nav author 1 text\n\n## ???\n\n## Section\n\nA call[^1], again[^1].\n\n<p id=\"text-2\">x</p>\n\n[^1]: Note.\n";

// The ids that occur more than once on a page.
std::set<std::string> repeated_ids(const std::string& page) {
  static const std::string begin = " id=\"";
  std::set<std::string> seen, repeated;
  for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
    const auto from = at + begin.size();
    const std::string id = page.substr(from, page.find('"', from) - from);
    if (!seen.insert(id).second) repeated.insert(id);
  }
  return repeated;
}

ExampleBuild build_crowded() {
  ExampleSite site;
  const std::string bio = "{name: N, bio: \"## Text\\n\\nA call[^1].\\n\\n[^1]: Note.\"}";
  site.put("site.yaml", "title: T\nbase_url: https://example.org/\nauthors:\n  ada: " + bio + "\n  bea: " + bio + "\n");
  site.put("content/index.md", crowded_text);
  site.put("content/s/series.yaml",
           "title: S\ndescription: \"## Text\\n\\n## Nav text\\n\\nx[^1]\\n\\n[^1]: Note.\"\n");
  site.put("content/s/1-a.md",
           std::string("---\ntitle: A\ndate: 2026-01-01\nauthors: [ada, bea]\ntoc: on\n---\n") + crowded_text);
  site.put("content/s/1-a.comments.yaml",
           "- {id: c1, author: Ada, date: 2026-01-02, body: \"## Text\\n\\n## Comment c2\\n\\n<p id='text'>x</p> "
           "y[^1]\\n\\n[^1]: n\"}\n- {id: text, parent: c1, author: Bea, date: 2026-01-02, body: x}\n"
           "- {id: form, parent: lost, author: Cem, date: 2026-01-02, body: x}\n");
  return site.build();
}

TEST(PageIds, AreEachThereOnce) {
  const ExampleBuild built = build_crowded();
  ASSERT_TRUE(built.is_published) << built.diagnostics;
  for (const auto& [path, page] : built.outputs) EXPECT_EQ(repeated_ids(page), std::set<std::string>()) << path;
  const std::string page = built.page("/s/a/");
  for (const char* const id :
       {"text", "text-2", "text-3", "h-nav-text", "nav-text", "comments", "h-comments", "comment-c1", "h-comment-c1",
        "comment-text", "fn-1", "h-fn-1", "fnref-1-2", "nav-author-2-fn-1"})
    EXPECT_NE(page.find(std::string(" id=\"") + id + "\""), std::string::npos) << id;
}

// The table of contents has the words of a heading, without links and ids.
TEST(PageIds, AreNotInTheListOfContents) {
  ExampleSite site;
  site.put("content/a.svg", "<svg/>");
  site.put("content/about.md",
           "---\ntitle: About\ntoc: on\n---\n## A [link](/archive/), *words*[^1] & `code` <b id=\"x\">y</b>\n\n## ![A "
           "& picture](a.svg)\n\n## [](/about/)\n\n[^1]: Note.\n");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  const std::string contents = between(built.page("/about/"), "<nav class=\"toc\"", "</nav>");
  EXPECT_NE(contents.find("<a href=\"#a-link-words-code-y\">A link, <em>words</em> &amp; <code>code</code> y</a>"),
            std::string::npos)
      << contents;
  EXPECT_NE(contents.find("<a href=\"#a-picture\">A &amp; picture</a>"), std::string::npos) << contents;
  EXPECT_EQ(contents.find("></a>"), std::string::npos) << contents;
}

TEST(PageIds, ThatAreThereTwiceAreNoticed) {
  EXPECT_EQ(repeated_ids("<p id=\"a\"><p id=\"b\"><p id=\"a\">"), std::set<std::string>{"a"});
}

// In raw HTML the writer may use an id that the page itself may have: each gets one warning.
TEST(PageIds, OfRawHtmlThatMayBeThePagesOwnAreAWarning) {
  ExampleSite site;
  site.put("content/about.md",
           "---\ntitle: About\n---\n<p id=\"nav-text\">a</p> <p id=comments>b</p>\n\n<b id='comment-c1'>c</b> <b "
           "id=\"fn-1\">d</b> <b id=\"fnref-1\">e</b>\n<b id=\"navy\">f</b> <b id=\"commentary\">g</b> <b "
           "id=\"fname\">h</b>\n");
  const ExampleBuild built = site.build();
  ASSERT_TRUE(built.is_published);
  const std::string hint = "  hint: use one that does not begin with 'comment', 'fn' or 'nav'\n";
  EXPECT_EQ(
      built.diagnostics,
      "content/about.md:4:8: warning: the id 'nav-text' may clash with an id that Causerie adds to the page\n" + hint +
          "content/about.md:4:30: warning: the id 'comments' may clash with an id that Causerie adds to the page\n" +
          hint +
          "content/about.md:6:8: warning: the id 'comment-c1' may clash with an id that Causerie adds to the page\n" +
          hint + "content/about.md:6:33: warning: the id 'fn-1' may clash with an id that Causerie adds to the page\n" +
          hint +
          "content/about.md:6:52: warning: the id 'fnref-1' may clash with an id that Causerie adds to the page\n" +
          hint);
}

}  // namespace
}  // namespace causerie
