// Runs tests/examples/texts.md. Below: text is never run as a template, and never closes the element that contains it.
#include "base/text.h"

#include <gtest/gtest.h>

#include "example_sites.h"
#include "formats/html.h"

namespace causerie {
namespace {

TEST(TextExamples, AllHold) { EXPECT_GE(run_site_examples("texts.md").size(), 6u); }

// A footnote is included in a feed with its text; a summary, which does not include it, has no reference to it.
TEST(TextIsText, SummariesCallNoNotes) {
  ExampleSite site;
  site.put("content/essays/2026-01-05-naps.md",
           "---\ntitle: Naps\n---\nFirst[^1] *words[^2]*.[^1]\n\n[^1]: Note one.\n[^2]: Note two.\n");
  const ExampleBuild built = site.build();
  for (const char* const list : {"/", "/essays/", "/archive/"})
    EXPECT_EQ(built.page(list).find("footnote"), std::string::npos) << list;
  const std::string feed = built.page("/feed.xml");
  EXPECT_NE(feed.find("<summary type=\"html\">First &lt;em&gt;words&lt;/em&gt;.</summary>"), std::string::npos) << feed;
  EXPECT_NE(feed.find("Note two."), std::string::npos) << feed;
  EXPECT_NE(built.page("/essays/naps/").find("<meta name=\"description\" content=\"First words.\">"),
            std::string::npos);
}

// Template tags have no effect in a comment, an essay, a title, a tag or a name.
TEST(TextIsText, TemplateTagsAreText) {
  for (const std::string tag :
       {"{{site.title}}", "{{{body}}}", "{{#comments}}x{{/comments}}", "{{^x}}y{{/x}}", "{{=<% %>=}}<%site.title%>",
        "{{> head}}", "{{! gone }}", "{{&body}}", "{{", "}}", "{{{", "{ {x} }", "{%raw%}", "${x}", "{{#unclosed}}"}) {
    ExampleSite site;
    const std::string yaml = "'" + tag + "'";
    site.put("content/essays/2026-01-05-naps.md", "---\ntitle: " + yaml + "\ntags: [" + yaml + "]\nauthors: [" + yaml +
                                                      "]\nslug: naps\nsummary: " + yaml + "\n---\n" + tag + "\n\n`" +
                                                      tag + "`\n\n## " + tag + "\n");
    site.put("content/letters/series.yaml",
             "title: " + yaml + "\ndescription: " + yaml + "\nplanned: [{part: 1, title: " + yaml + "}]\n");
    site.put("content/essays/2026-01-05-naps.comments.yaml",
             "- {id: a, date: 2026-01-06, author: " + yaml + ", body: " + yaml + "}\n");
    if (tag == "}}" || tag == "{{" || tag == "{{{" || tag == "{ {x} }")
      site.put("site.yaml", "title: Causerie\nbase_url: https://example.org/\ntags:\n  " + yaml + ": {slug: braces}\n");
    const ExampleBuild built = site.build();
    ASSERT_TRUE(built.is_published) << built.diagnostics;
    const std::string page = built.page("/essays/naps/");
    const std::string escaped = escape_html(tag);
    EXPECT_NE(
        page.find("<code>" + std::string(replace_all(replace_all(escaped, "&quot;", "\""), "&#39;", "'")) + "</code>"),
        std::string::npos)
        << tag << page;
    EXPECT_EQ(text_of_html(between(page, "<h1 class=\"p-name\">", "</h1>")), tag);
    EXPECT_EQ(shown_comments(page).at(0).name, tag);
    EXPECT_EQ(
        std::string(trim(text_of_html(between(built.page("/essays/"), "<p class=\"summary p-summary\">", "</p>")))),
        tag);
    const std::string series = built.page("/letters/");
    EXPECT_EQ(text_of_html(between(series, "<h1 class=\"p-name\">", "</h1>")), tag);
    EXPECT_EQ(std::string(trim(text_of_html(between(series, "<div class=\"prose\">", "</div>")))), tag);
    EXPECT_EQ(text_of_html(between(series, "<span class=\"forthcoming\">", "</span>")), tag);
    EXPECT_EQ(std::string(trim(text_of_html(between(page, "<p dir=\"auto\">", "</p>")))), tag);
  }
}

TEST(TextIsText, TitlesDoNotEndTheScriptThatNamesThem) {
  ExampleSite site;
  site.put("content/letters/series.yaml", "title: 'S </script><script>alert(2)</script>'\n");
  site.put("content/letters/1-naps.md",
           "---\ntitle: 'T </script><!--<script>alert(1)</script> \u2028'\ndate: 2026-01-05\nauthors: "
           "['</script>']\n---\nText.\n");
  const std::string page = site.build().page("/letters/naps/");
  const std::string json = between(page, "<script type=\"application/ld+json\">", "</script>");
  EXPECT_NE(json.find("\"headline\":\"T \\u003c/script>\\u003c!–\\u003cscript>"), std::string::npos) << json;
  EXPECT_NE(json.find("\"name\":\"S \\u003c/script>"), std::string::npos) << json;
  EXPECT_EQ(json.back(), '}') << json;
  EXPECT_EQ(page.find("<script>"), std::string::npos);
}

}  // namespace
}  // namespace causerie
