// What tests/examples/markdown.md cannot show: source locations, summaries, faults, words, hostile texts.
#include "formats/markdown/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {
namespace {

Prose prose_of(std::string_view text) { return parse_markdown(text, {}); }

Prose parse_untrusted(std::string_view text) {
  MarkdownOptions options;
  options.is_untrusted = true;
  return parse_markdown(text, options);
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

// The links, as "line:column destination".
std::vector<std::string> link_places(std::string_view text) {
  std::vector<std::string> folders;
  for (const ProseLink& link : prose_of(text).links) {
    folders.push_back(std::to_string(link.position.line) + ":" + std::to_string(link.position.column) + " " +
                      link.destination);
  }
  return folders;
}
using PlaceList = std::vector<std::string>;

TEST(MarkdownPlaces, ColumnsCountCodePoints) { EXPECT_EQ(link_places("né “é” [x](y)"), PlaceList{"1:8 y"}); }

TEST(MarkdownPlaces, LaterLinesOfAParagraph) {
  EXPECT_EQ(link_places("one [a](1)\n   two [b](2)\nthree *[c](3)*"), (PlaceList{"1:5 1", "2:8 2", "3:8 3"}));
}

TEST(MarkdownPlaces, AfterCodeAndHtmlOverSeveralLines) {
  EXPECT_EQ(link_places("`co\nde` [a](1)\n<b\nid=x> [b](2)"), (PlaceList{"2:5 1", "4:7 2"}));
}

TEST(MarkdownPlaces, AfterALinkOverSeveralLines) {
  EXPECT_EQ(link_places("[a\nb](1\n\"t\") x [c](2)\n[d](3)"), (PlaceList{"1:1 1", "3:8 2", "4:1 3"}));
}

TEST(MarkdownPlaces, InQuotesListsAndLazyLines) {
  EXPECT_EQ(link_places("> - a [a](1)\n>   b [b](2)\nlazy [c](3)\n\n10. x\n\n    [d](4)"),
            (PlaceList{"1:7 1", "2:7 2", "3:6 3", "7:5 4"}));
}

TEST(MarkdownPlaces, InHeadingsTablesAndNotes) {
  EXPECT_EQ(link_places(
                "## T [a](1)\n\nS [b](2)\n---\n\n> | x | y\\|z [c](3) |\n> |---|---|\n> | `\\|` | [d](4) |\n\nn[^1]\n\n"
                "[^1]: N [e](5)\n\n    more [f](6)"),
            (PlaceList{"1:6 1", "3:3 2", "6:14 3", "8:12 4", "12:9 5", "14:10 6"}));
}

TEST(MarkdownPlaces, BehindNoteCallsAndEscapedQuotes) {
  EXPECT_EQ(link_places("a[^1] \\\"q\\\" &quot; [x](1)[^1] [y](2)\n\n[^1]: n"), (PlaceList{"1:20 1", "1:31 2"}));
}

TEST(MarkdownPlaces, BehindLinkDefinitions) {
  EXPECT_EQ(link_places("[a]: 1\n[b]: 2\n[a] and [b][]"), (PlaceList{"3:1 1", "3:9 2"}));
}

TEST(MarkdownPlaces, OfBareAddresses) {
  EXPECT_EQ(
      link_places("`https://a.b` é https://a.b, [x](1)\n> https://c.d/?e=f&amp;g=h\n\n- | https://i.j |\n  |---|\n\n"
                  "T\n: www.k.l"),
      (PlaceList{"1:17 https://a.b", "1:30 1", "2:3 https://c.d/?e=f&g=h", "4:5 https://i.j", "8:3 http://www.k.l"}));
}

TEST(MarkdownPlaces, OfTemplateTags) {
  std::vector<std::string> found;
  for (const ProseTemplateTag& tag :
       prose_of("`{% a %}` {% a %}\n\n    {% a %}\n\n- x {% a %}\n\n{{ y\nz }}").template_tags)
    found.push_back(std::to_string(tag.position.line) + ":" + std::to_string(tag.position.column) + " " + tag.written);
  EXPECT_EQ(found, (PlaceList{"1:11 {% a %}", "5:5 {% a %}", "7:1 {{ y"}));
}

TEST(MarkdownPlaces, OfImagesHeadingsAndAddresses) {
  const Prose prose = prose_of("x ![é](i)\n\n> # H\n\n> <p>\n> <img src=\"a\">\n\ny <a href='/b'>");
  EXPECT_EQ(prose.images.at(0).position, (Position{1, 3}));
  EXPECT_EQ(prose.headings.at(0).position, (Position{3, 3}));
  EXPECT_EQ(prose.addresses.at(0).position, (Position{6, 13}));
  EXPECT_EQ(prose.addresses.at(1).position, (Position{8, 12}));
}

TEST(MarkdownLinks, SayWhatTheyAre) {
  const Prose prose = prose_of("[](a \"t\") [ ](b) <https://x.org/%20> [c](d&amp;e%20f)");
  ASSERT_EQ(prose.links.size(), 4u);
  EXPECT_TRUE(prose.links[0].is_empty);
  EXPECT_EQ(prose.links[0].title, "t");
  EXPECT_TRUE(prose.links[1].is_empty);
  EXPECT_TRUE(prose.links[2].is_automatic);
  EXPECT_FALSE(prose.links[3].is_automatic);
  EXPECT_EQ(prose.links[3].destination, "d&e%20f");
}

TEST(MarkdownLinks, OfImagesWordsAndUncalledNotesAreNone) {
  EXPECT_TRUE(prose_of("![x [y](z)](i)\n\n[^1]: [a](b)").links.empty());
  EXPECT_EQ(prose_of("![x [y](z) ![v](w)](i)").images.size(), 1u);
}

TEST(MarkdownHeadings, AreListedBare) {
  const Prose prose = prose_of("# A *b* [c](d) `e`[^1] ![f](g) <b id=\"x\">h</b>\n\n[^1]: n");
  ASSERT_EQ(prose.headings.size(), 1u);
  EXPECT_EQ(prose.headings[0].text, "A b c e f h");
  EXPECT_EQ(prose.headings[0].html, "A <em>b</em> c <code>e</code>  h");
  EXPECT_EQ(prose.headings[0].level, 2);
}

TEST(MarkdownHeadings, FollowTheLevelAsked) {
  MarkdownOptions options;
  options.top_heading_level = 3;
  const Prose prose = parse_markdown("# a\n\n## b", options);
  EXPECT_EQ(prose.headings.at(0).level, 3);
  EXPECT_EQ(prose.headings.at(1).level, 4);
}

TEST(MarkdownSummary, IsWholeSentences) {
  const std::string sentence = "This sentence has *some* words, and Mr. Smith has them too. ";
  const Prose prose = prose_of("## H\n\n![fig](x)\n\n" + repeated(sentence, 9) + "\n\nnot this");
  EXPECT_EQ(prose.summary.html,
            repeated("This sentence has <em>some</em> words, and Mr. Smith has them too. ", 5).substr(0, 334));
}

TEST(MarkdownSummary, EndsAtMore) {
  const Prose prose = prose_of("One [a](b)[^1]\nline.\n\nTwo <!-- more --> three.\n\n[^1]: n");
  EXPECT_EQ(prose.summary.html, "One a line. Two ");
  ASSERT_EQ(prose.summary.holes.size(), 2u);
  EXPECT_EQ(prose.summary.holes[0], (Hole{HoleKind::link_open, 4, 0}));
}

TEST(MarkdownSummary, ClosesWhatItCuts) {
  const Prose prose = prose_of("*" + repeated("word ", 200) + "end*");
  EXPECT_TRUE(prose.summary.html.starts_with("<em>word"));
  EXPECT_TRUE(prose.summary.html.ends_with("word…</em>"));
}

TEST(MarkdownFaults, AreNamedWithTheirPlaces) {
  const Prose prose = prose_of("a[^x] b[^y]\n\n[^y]: 1\n[^y]: 2\n[^z]: 3\n\n<i id=q> <b id=q>");
  std::vector<std::string> faults;
  for (const ProseFault& fault : prose.faults) {
    faults.push_back(std::string(fault.code.name()) + " " + std::to_string(fault.position.line) + ":" +
                     std::to_string(fault.position.column));
  }
  std::sort(faults.begin(), faults.end());
  EXPECT_EQ(faults, (std::vector<std::string>{"call-without-note 1:2", "duplicate-id 7:16", "duplicate-note 4:1",
                                              "note-without-call 5:1"}));
}

TEST(MarkdownFaults, StrongThatChinesePunctuationBreaks) {
  const Prose prose = prose_of("一\n\n**这是。**的");
  ASSERT_EQ(prose.faults.size(), 1u);
  EXPECT_EQ(prose.faults[0].code.name(), "literal-emphasis");
  EXPECT_EQ(prose.faults[0].position, (Position{3, 6}));
  EXPECT_TRUE(prose_of("**这是**的 2**3").faults.empty());
}

TEST(MarkdownWords, AreCounted) {
  EXPECT_EQ(prose_of("One *two*three, it's — four[^1]\nfive\n\n[^1]: Six.").words, 6);
  EXPECT_EQ(prose_of("日本語です").words, 3);
  EXPECT_EQ(prose_of("").words, 0);
}

TEST(MarkdownMarks, PrivateCodePointsStay) {
  std::string text = "\uE000\uE001\uE002 a[^1] \\\"q\\\" &#xE003;0&#xE004;\n\n[^1]: \uE0000\uE001";
  const std::string html = prose_of(text).body.html;
  EXPECT_NE(html.find("\uE000\uE001\uE002 a<sup"), std::string::npos);
  EXPECT_NE(html.find("&quot;q&quot; \uE0030\uE004</p>"), std::string::npos);
  EXPECT_NE(html.find("<p>\uE0000\uE001 <a"), std::string::npos);
}

TEST(MarkdownMarks, WithoutAFreeCodePointTheTextStays) {
  std::string text;
  for (unsigned c = 0xE000; c <= 0xF8FF; ++c) {
    text += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 63)),
             static_cast<char>(0x80 | (c & 63))};
  }
  EXPECT_EQ(prose_of(text + " \"a[^1]\"").body.html, "<p>" + text + " “a[^1]”</p>\n");
}

TEST(MarkdownMarks, CodeHtmlAndAddressesAreAsWritten) {
  const Prose prose = prose_of(
      "```\n[^1]: x\n> [^1]: y \\\" &quot; [^1]\n```\n\n<p title=\"[^1] \\\">\n[^1]: z\n</p>\n\n"
      "[a](b[^1] \"[^1]\") `\\\"[^1]`\n\n[^1]: n");
  EXPECT_NE(prose.body.html.find("<code>[^1]: x\n&gt; [^1]: y \\&quot; &amp;quot; [^1]\n</code>"), std::string::npos);
  EXPECT_NE(prose.body.html.find("<p title=\"[^1] \\\">\n[^1]: z\n</p>"), std::string::npos);
  EXPECT_NE(prose.body.html.find("<code>\\&quot;[^1]</code>"), std::string::npos);
  EXPECT_EQ(prose.links.at(0).destination, "b[^1]");
  EXPECT_EQ(prose.links.at(0).title, "[^1]");
}

TEST(MarkdownUntrusted, SafeDestinations) {
  for (const char* safe : {"http://a.b", "HTTPS://a.b/c?d=%0Ae#f", "https://[::1]/", "https://u@a.b:8080",
                           "mailto:a@b.c", "https://xn--e1afmkfd.example/%D0%B0"}) {
    EXPECT_TRUE(is_safe_destination(safe, true)) << safe;
  }
  for (const char* unsafe : {"",
                             "javascript:alert(1)",
                             "JaVaScRiPt:x",
                             "java\tscript:x",
                             "java\nscript:x",
                             "\x01javascript:x",
                             " javascript:x",
                             "javascript&#58;x",
                             "javascript&colon;x",
                             "java%73cript:x",
                             "data:text/html,x",
                             "vbscript:x",
                             "//host/x",
                             "/root",
                             "relative",
                             "#fragment",
                             "?query",
                             "series:next",
                             "http:host",
                             "http:/host",
                             "http://",
                             "http:///x",
                             "https://?x",
                             "https://#x",
                             "http%3A//host",
                             "http&#58;//host",
                             "http:\\\\host",
                             "https://a b/",
                             "https://a%00b/",
                             "https://a\"b/",
                             "ht\ttps://a.b",
                             "https://a.b/\n",
                             "https://:80",
                             "https://u@/",
                             "ftp://a.b",
                             "mailto:",
                             "mailto:@b",
                             "mailto:a@",
                             "mailto:?to=a@b",
                             "mailto:a@b%0Abcc:c@d",
                             "file:///etc",
                             "blob:https://a.b"}) {
    EXPECT_FALSE(is_safe_destination(unsafe, true)) << unsafe;
  }
  EXPECT_FALSE(is_safe_destination("mailto:a@b.c", false));
}

TEST(MarkdownUntrusted, NothingIsForged) {
  const Prose prose = parse_untrusted(
      "# <b id=\"comments\">\n\n```x&#12;by-author&#9;y \"onclick=z\n{{x}}\n```\n\n<!-- more -->\n\n| a |\n|---|\n| "
      "<i> |\n\n"
      "[a](https://b.c/'\"><script> \"t\\\" onload='x'\") [^1] <i id=x>\n\n[^1]: n");
  const std::string& html = prose.body.html;
  EXPECT_EQ(html.find(" id=\""), std::string::npos);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<i"), std::string::npos);
  EXPECT_NE(html.find("<code class=\"language-x\">{{x}}"), std::string::npos);
  EXPECT_NE(html.find("&lt;!-- more --&gt;"), std::string::npos);
  EXPECT_TRUE(prose.body.holes.empty());
  EXPECT_TRUE(prose.links.empty() && prose.images.empty() && prose.headings.empty() && prose.faults.empty());
}

TEST(MarkdownUntrusted, ImagesBecomeLinksWithoutNesting) {
  EXPECT_EQ(parse_untrusted("[![w](https://a.b/i)](https://a.b) ![](https://a.b/i) ![no](i.png)").body.html,
            "<p dir=\"auto\"><a href=\"https://a.b\" rel=\"nofollow ugc noopener\">w</a> "
            "<a href=\"https://a.b/i\" rel=\"nofollow ugc noopener\">https://a.b/i</a> no</p>\n");
}

TEST(MarkdownHostile, DepthAndSizeAreHarmless) {
  constexpr int many = 30000;
  const std::vector<std::string> texts = {
      repeated("[", many),
      repeated("> ", many) + "a",
      repeated("- ", many) + "a",
      repeated("*a **a ", many),
      repeated("[^", many),
      repeated("\"'", many),
      repeated("![a", many),
      repeated("<b>", many),
      "\n\n" + repeated("<div id=a>", many),
      repeated("[x](y) ", many),
      repeated("[x](y)\n", many),
      repeated("# same\n\n", many / 5),
      repeated("|a", 20000) + "\n" + repeated("|-", 20000) + "\n" + repeated("b\n", 20000),
      "a[^1]\n\n[^1]: " + repeated("[^1]", many)};
  for (const std::string& text : texts) {
    SCOPED_TRACE(text.substr(0, 20));  // anything quadratic would time out
    prose_of(text);
    parse_untrusted(text);
  }
}

TEST(MarkdownHostile, DeepQuotesAreFlattened) {
  const std::string html = prose_of(repeated("> ", 1000) + "words").body.html;
  EXPECT_NE(html.find("words"), std::string::npos);
  std::size_t quotes = 0;
  for (auto at = html.find("<blockquote>"); at != std::string::npos; at = html.find("<blockquote>", at + 1)) ++quotes;
  EXPECT_EQ(quotes, 100u);
}

}  // namespace
}  // namespace causerie
