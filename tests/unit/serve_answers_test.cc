// The preview's answers, without a server.
#include <gtest/gtest.h>

#include "base/media_type.h"
#include "serve/answers.h"
#include "small_preview.h"

namespace causerie {
namespace {

using testing::Test;

class ServeAnswers : public Test {
 protected:
  void SetUp() override { preview.make(); }
  SmallPreview preview;
};

TEST_F(ServeAnswers, PagesAreWhereTheSiteHasThem) {
  const HttpResponse page = preview.ask("/talk/roots/");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_NE(page.body.find("A first word."), std::string::npos);
  EXPECT_EQ(header_of(page, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header_of(page, "Cache-Control"), "no-cache");
  EXPECT_EQ(preview.ask("/").status, 200);
  EXPECT_EQ(preview.ask("/talk/roots/?from=feed").status, 200);
  EXPECT_EQ(preview.ask("/talk/roots/index.html").body, page.body);
  EXPECT_EQ(preview.ask("/feed.xml").content_type, "application/xml");
}

TEST_F(ServeAnswers, DraftsAndScheduledEssaysAreShownAndMarked) {
  EXPECT_NE(preview.ask("/talk/boughs/").body.find("<strong>Draft</strong>"), std::string::npos);
  EXPECT_NE(preview.ask("/talk/leaves/").body.find("<strong>Scheduled for <time"), std::string::npos);
  EXPECT_NE(preview.ask("/talk/").body.find("Draft"), std::string::npos);
}

TEST_F(ServeAnswers, TheBasePathIsEmpty) {
  const HttpResponse page = preview.ask("/no/such/page/");
  EXPECT_EQ(page.status, 404);
  EXPECT_NE(page.body.find("href=\"/talk/roots/\""), std::string::npos);
  EXPECT_EQ(page.body.find("/letters/"), std::string::npos);
  EXPECT_NE(preview.ask("/feed.xml").body.find("http://127.0.0.1:1849/talk/roots/"), std::string::npos);
}

TEST_F(ServeAnswers, AFolderWithoutItsSlashLeadsToTheOneWith) {
  const HttpResponse response = preview.ask("/talk/roots");
  EXPECT_EQ(response.status, 301);
  EXPECT_EQ(header_of(response, "Location"), "/talk/roots/");
}

TEST_F(ServeAnswers, PagesHaveTheScriptAndNothingElseHas) {
  const std::string page = preview.ask("/talk/roots/").body;
  EXPECT_NE(page.find("<script src=\"/-/preview.js\" data-page=\""), std::string::npos);
  EXPECT_LT(page.find("/-/preview.js"), page.find("</body>"));
  EXPECT_EQ(preview.ask("/feed.xml").body.find("preview.js"), std::string::npos);
  EXPECT_EQ(preview.ask("/talk/tree.png").body, "0123456789");
  EXPECT_EQ(preview.ask("/-/preview.js").content_type, "text/javascript; charset=utf-8");
}

TEST_F(ServeAnswers, WhatIsKnownIsNotSentAgain) {
  const std::string tag = header_of(preview.ask("/talk/roots/"), "ETag");
  ASSERT_FALSE(tag.empty());
  const HttpResponse again = preview.ask("/talk/roots/", {{"If-None-Match", tag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  // A change of another page does not affect this one.
  preview.put("content/talk/03-leaves.md", "---\ntitle: Leaves\ndate: 2027-05-03\n---\nChanged.\n");
  preview.make({"content/talk/03-leaves.md"});
  EXPECT_EQ(preview.ask("/talk/roots/", {{"If-None-Match", tag}}).status, 304);
  EXPECT_EQ(preview.ask("/talk/leaves/", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(ServeAnswers, ARangeIsSentAlone) {
  const HttpResponse part = preview.ask("/talk/tree.png", {{"Range", "bytes=2-4"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "234");
  EXPECT_EQ(header_of(part, "Content-Range"), "bytes 2-4/10");
  const HttpResponse beyond = preview.ask("/talk/tree.png", {{"Range", "bytes=10-"}});
  EXPECT_EQ(beyond.status, 416);
  EXPECT_EQ(header_of(beyond, "Content-Range"), "bytes */10");
  const HttpResponse again = preview.ask("/talk/tree.png", {{"If-None-Match", header_of(part, "ETag")}});
  EXPECT_EQ(again.status, 304);
  EXPECT_FALSE(again.pieces);
  // A part of an older file cannot be continued with this one.
  EXPECT_EQ(preview.ask("/talk/tree.png", {{"Range", "bytes=2-4"}, {"If-Range", "\"older\""}}).status, 200);
}

// A film may be larger than memory.
TEST_F(ServeAnswers, NoMoreOfAFileIsReadThanIsSent) {
  HttpRequest request{"GET", "/talk/tree.png", {{"Host", "localhost"}, {"Range", "bytes=2-"}}};
  const HttpResponse part = answer_request(preview.live, {}, request);
  ASSERT_TRUE(part.pieces);
  EXPECT_EQ(part.pieces->size, 8U);
  EXPECT_EQ(*part.pieces->read(1, 2), "34");
  EXPECT_EQ(*part.pieces->read(6, 100), "89");
  ASSERT_TRUE(preview.files.remove("content/talk/tree.png"));
  EXPECT_FALSE(part.pieces->read(0, 1));
  EXPECT_EQ(preview.ask("/talk/tree.png").status, 404);
}

TEST(ServeRange, IsReadAsTheStandardHasIt) {
  const auto read = [](std::string_view header) {
    const auto range = parse_byte_range(header, 10);
    if (!range) return std::string("whole");
    return range->is_beyond ? "beyond" : std::to_string(range->first) + "+" + std::to_string(range->count);
  };
  EXPECT_EQ(read("bytes=0-0"), "0+1");
  EXPECT_EQ(read("bytes=4-"), "4+6");
  EXPECT_EQ(read("bytes=4-400"), "4+6");
  EXPECT_EQ(read("bytes=-3"), "7+3");
  EXPECT_EQ(read("bytes=-300"), "0+10");
  EXPECT_EQ(read("bytes=-0"), "beyond");
  EXPECT_EQ(read("bytes=10-"), "beyond");
  for (const char* none : {"", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "bytes=a-b", "lines=0-1",
                           "bytes=99999999999999999999999-"})
    EXPECT_EQ(read(none), "whole") << none;
}

TEST_F(ServeAnswers, OnlyThisMachinesNamesAreAnswered) {
  for (const char* host : {"localhost", "localhost:9999", "LOCALHOST:1849", "127.0.0.1:1849", "[::1]:1849", "[::1]"})
    EXPECT_TRUE(is_our_host(host, "127.0.0.1")) << host;
  EXPECT_TRUE(is_our_host("192.168.1.5:1849", "192.168.1.5"));
  for (const char* host : {"", ":1849", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:1849",
                           "192.168.1.5:1849", "localhost:", "localhost:80:80", "localhost@evil.example", "0.0.0.0"})
    EXPECT_FALSE(is_our_host(host, "127.0.0.1")) << host;
  HttpRequest request{"GET", "/", {{"Host", "evil.example"}}};
  EXPECT_EQ(answer_request(preview.live, {}, request).status, 421);
  request.headers.clear();
  EXPECT_EQ(answer_request(preview.live, {}, request).status, 421);
  request.headers = {{"Host", "localhost"}, {"Host", "evil.example"}};
  EXPECT_EQ(answer_request(preview.live, {}, request).status, 421);
}

TEST_F(ServeAnswers, APreviewIsLookedAtAndNotChanged) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"}) {
    const HttpResponse response = preview.ask("/", {}, method);
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD");
  }
  EXPECT_EQ(preview.ask("/-/events", {}, "POST").status, 405);
  EXPECT_EQ(preview.ask("/", {}, "HEAD").status, 200);
}

TEST_F(ServeAnswers, NoPathLeadsOutOfTheSite) {
  for (const char* target : {"/../site.yaml", "/talk/../../site.yaml", "/%2e%2e/site.yaml", "/%2E%2E%2Fsite.yaml",
                             "/..%5csite.yaml", "/\\..\\site.yaml", "/talk/%00", "http://evil.example/", "site.yaml",
                             "*", "/%ff", "/a%0d%0aSet-Cookie:b", "/./"})
    EXPECT_EQ(preview.ask(target).status, 400) << target;
  // Unpublished files are not found under any name.
  for (const char* target : {"/site.yaml", "/content/talk/01-roots.md", "/talk/01-roots.md", "/talk/series.yaml",
                             "//talk/roots/", "//etc/passwd", "/etc/passwd", "/-/other", "/.git/config"})
    EXPECT_EQ(preview.ask(target).status, 404) << target;
}

TEST_F(ServeAnswers, WhatIsWrongStandsOverTheLastGoodSite) {
  const std::string tag = header_of(preview.ask("/talk/roots/"), "ETag");
  preview.live.show_faults(overlay_html({{"content/a.md:4:1", "vscode://file/site/content/a.md:4:1",
                                          ": error: unknown key 'a<b'\n  4 | a<b: c\n    | ^~~\n"}},
                                        "1 error\n"));
  const HttpResponse page = preview.ask("/talk/roots/", {{"If-None-Match", tag}});
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("A first word."), std::string::npos);
  EXPECT_NE(page.body.find("href=\"vscode://file/site/content/a.md:4:1\">content/a.md:4:1</a>: error: unknown key "
                           "&#39;a&lt;b&#39;\n  4 | a&lt;b: c\n    | ^~~\n1 error\n</pre>"),
            std::string::npos);
  preview.make();
  EXPECT_EQ(preview.ask("/talk/roots/", {{"If-None-Match", tag}}).status, 304);
}

TEST(ServeAnswersAtFirst, ASiteThatWasNeverGoodShowsWhatIsWrong) {
  SmallPreview preview;
  preview.live.show_faults(overlay_html({{"site.yaml:1:1", "", ": error: no\n"}}, ""));
  const HttpResponse page = preview.ask("/talk/roots/");
  EXPECT_EQ(page.status, 500);
  EXPECT_NE(page.body.find("site.yaml:1:1: error: no"), std::string::npos);
  EXPECT_NE(page.body.find("/-/preview.js"), std::string::npos);
  preview.make();
  EXPECT_EQ(preview.ask("/talk/roots/").status, 200);
}

TEST(ServeEditor, PlacesAreFilledIn) {
  EXPECT_EQ(editor_address("vscode://file{file}:{line}:{column}", "/home/ann/my site/é.md", 4, 0),
            "vscode://file/home/ann/my%20site/%C3%A9.md:4:1");
  EXPECT_EQ(editor_address("zed://file{file}", "/a.md", 0, 0), "zed://file/a.md");
}

TEST(MediaType, GoesByTheExtension) {
  EXPECT_EQ(media_type("a/b.HTML"), "text/html; charset=utf-8");
  EXPECT_EQ(media_type("assets/style.3f2a.css"), "text/css; charset=utf-8");
  EXPECT_EQ(media_type("a.woff2"), "font/woff2");
  EXPECT_EQ(media_type("a/feed.xml"), "application/xml");
  EXPECT_EQ(media_type("a.b/c"), "application/octet-stream");
}

}  // namespace
}  // namespace causerie
