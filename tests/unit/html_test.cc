#include "formats/html.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace causerie {
namespace {

// Each attribute as "name=value" and the source text at its offsets.
std::vector<std::string> scanned(std::string_view fragment) {
  std::vector<std::string> found;
  for (const RawAttribute& attribute : scan_raw_html(fragment)) {
    const std::string_view written = fragment.substr(attribute.begin, attribute.end - attribute.begin);
    found.push_back(attribute.name + "=" + attribute.value + " " + std::string(written));
  }
  return found;
}
using Found = std::vector<std::string>;

TEST(Html, EscapesAndUnescapes) {
  EXPECT_EQ(escape_html("<a href=\"x\">'&'"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;");
  EXPECT_EQ(unescape_html(escape_html("<a href=\"x\">'&'")), "<a href=\"x\">'&'");
}

TEST(Html, DecodesReferencesByHtmlsRules) {
  EXPECT_EQ(unescape_html("&eacute;&hellip;&colon;&Tab;&apos;"), "é…:\t'");
  EXPECT_EQ(unescape_html("&centerdot;&NewLine;&nvlt;&CounterClockwiseContourIntegral;&lang;"), "·\n<\u20D2∳⟨");
  EXPECT_EQ(unescape_html("&#233;&#xE9;&#XE9 &#233x"), "éé\u00E9 éx");
  EXPECT_EQ(unescape_html("&copy2024 &ampx &notit; &hellip"), "©2024 &x ¬it; &hellip");
  EXPECT_EQ(unescape_html("&#150;&#x80;"), "–€");
  EXPECT_EQ(unescape_html("&#0;&#xD800;&#x110000;&#99999999999999999999;"), "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(unescape_html("& &; &#; &#x; &unknown; &"), "& &; &#; &#x; &unknown; &");
}

TEST(Html, KeepsTheTextAlone) {
  EXPECT_EQ(text_of_html("<p title=\"a>b\">One <b>two</b> &amp; <!-- no > --> 1 < 2 &lt;i&gt;"),
            "One two &  1 < 2 <i>");
  EXPECT_EQ(text_of_html("don't <i class='x'>it's</i> <unclosed"), "don't it's ");
}

TEST(RawHtml, FindsIdsAndAddresses) {
  EXPECT_EQ(scanned("<div id=\"a\"><img SRC=b.png alt='id'><a href='c?d&amp;e'>x</a></div>"),
            (Found{"id=a a", "src=b.png b.png", "href=c?d&e c?d&amp;e"}));
  EXPECT_EQ(scanned("<video poster=\"p\"></video><object data=\"o\"></object><table data=\"t\">"),
            (Found{"poster=p p", "data=o o"}));
}

TEST(RawHtml, ReadsPiecesOfTablesAndOddOnes) {
  EXPECT_EQ(scanned("<td id=\"a\">"), Found{"id=a a"});
  EXPECT_EQ(scanned("<tr id=a><td id=b>"), (Found{"id=a a", "id=b b"}));
  EXPECT_EQ(scanned("</div><p id=a>"), Found{"id=a a"});
  EXPECT_EQ(scanned("<a id=\"\" href=\"\">"), Found{});
}

TEST(RawHtml, SeesNoTagsInCommentsAndScripts) {
  EXPECT_EQ(scanned("<!-- <i id=a> --><script>'<i id=b>'</script><i id=c>"), Found{"id=c c"});
}

TEST(RawHtml, FormattingAcrossBlocksIsFoundOnce) { EXPECT_EQ(scanned("<p><b id=\"a\">x<p>y"), Found{"id=a a"}); }

TEST(RawHtml, DepthIsHarmless) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div id=x>";
  EXPECT_FALSE(scan_raw_html(deep).empty());
}

TEST(RawHtml, EachAddressOfASrcsetStandsByItself) {
  const std::string_view html = "<img srcset=\"a.png, b.png 2x,c.png 100w\" src='d.png'>";
  std::vector<std::string> found;
  for (const RawAttribute& attribute : scan_raw_html(html)) {
    found.push_back(attribute.name + " " + attribute.value);
    EXPECT_EQ(html.substr(attribute.begin, attribute.end - attribute.begin), attribute.value);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"srcset a.png", "srcset b.png", "srcset c.png", "src d.png"}));
}

// The values of attributes that make a browser fetch something by itself.
std::vector<std::string> fetched(std::string_view html) {
  std::vector<std::string> found;
  for (const RawAttribute& attribute : scan_raw_html(html)) {
    if (!attribute.is_fetched) continue;
    found.push_back(attribute.value);
    EXPECT_EQ(html.substr(attribute.begin, attribute.end - attribute.begin), attribute.value);
  }
  return found;
}

TEST(RawHtml, KnowsWhatABrowserAsksForByItself) {
  for (const std::string_view html : {
           "<img src=\"U\">",
           "<script src='U'></script>",
           "<iframe src=U></iframe>",
           "<video poster=\"U\"></video>",
           "<object data=\"U\"></object>",
           "<picture><source srcset=\"U 2x\"></picture>",
           "<input type=image src=\"U\">",
           "<link rel=\"Stylesheet\" href=\"U\">",
           "<link rel=\"shortcut icon\" href=\"U\">",
           "<link rel=preconnect href=\"U\">",
           "<p style=\"color: red; background: url('U')\">",
           "<style>\n@import \"U\";</style>",
           "<style>p { background: url(U) }</style>",
           "<svg><image href=\"U\"/></svg>",
           "<svg><use xlink:href=\"U\"/></svg>",
       }) {
    const std::string written = replace_all(html, "U", "//e.org/x");
    EXPECT_EQ(fetched(written), Found{"//e.org/x"}) << written;
  }
  for (const std::string_view html :
       {"<a href=\"U\">", "<link rel=canonical href=\"U\">", "<link href=\"U\">", "<svg><a href=\"U\"/></svg>",
        "<i id=\"U\" title=\"U\">", "<style>/* url(U) */</style>", "<!-- <img src=U> -->"}) {
    EXPECT_EQ(fetched(replace_all(html, "U", "//e.org/x")), Found{}) << html;
  }
}

TEST(Html, TellsWhetherAnAddressNamesAHost) {
  for (const char* yes : {"https://e.org", "HTTP://e.org/x", "//e.org", " \\\\e.org", "https:e.org"}) {
    EXPECT_TRUE(names_host(yes)) << yes;
  }
  for (const char* no : {"", "/x", "x", "#x", "data:image/png;base64,x", "mailto:a@e.org", "httpsx", "a//b"}) {
    EXPECT_FALSE(names_host(no)) << no;
  }
}

}  // namespace
}  // namespace causerie
