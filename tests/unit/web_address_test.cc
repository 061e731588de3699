#include "base/web_address.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

std::string normal(std::string_view text) {
  const auto address = parse_web_address(text);
  return address ? address->text() : "none";
}

TEST(WebAddress, HasOneSpelling) {
  EXPECT_EQ(normal("https://example.org"), "https://example.org/");
  EXPECT_EQ(normal(" HTTPS://Example.ORG.:443/A?b=C#d "), "https://example.org/A?b=C");
  EXPECT_EQ(normal("http://example.org:80?x"), "http://example.org/?x");
  EXPECT_EQ(normal("http://example.org:8080/"), "http://example.org:8080/");
  EXPECT_EQ(normal("https://example.org:/"), "https://example.org/");
  EXPECT_EQ(normal("https://bücher.example/straße?q=ä b"), "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4%20b");
  EXPECT_EQ(normal("https://faß.example/"), "https://xn--fa-hia.example/");
  EXPECT_EQ(normal("https://EXAMPLE。org/"), "https://example.org/");
  EXPECT_EQ(normal("https://a_b.example/"), "https://a_b.example/");
  EXPECT_EQ(normal("https://example.org/a/./b/../c/.."), "https://example.org/a/");
  EXPECT_EQ(normal("https://example.org/../../x"), "https://example.org/x");
  EXPECT_EQ(normal("https://example.org/a//b/%7E?../x"), "https://example.org/a//b/%7E?../x");
  EXPECT_EQ(normal("http://[2001:DB8::1]:81/x"), "http://[2001:db8::1]:81/x");
  EXPECT_EQ(normal("http://%6C%6Fcalhost/"), "http://localhost/");
}

TEST(WebAddress, RefusesWhatIsNone) {
  for (const char* text : {"",
                           "example.org",
                           "//example.org/",
                           "ftp://example.org/",
                           "https://",
                           "https:///a",
                           "https://a@example.org/",
                           "https://example.org:x/",
                           "https://example.org:65536/",
                           "https://exa mple.org/",
                           "https://[::1",
                           "https://[zz]/",
                           "https://[]/",
                           "https://[127.0.0.1]/",
                           "https://a..b@c/",
                           "javascript:x",
                           "https://exa\nmple.org/",
                           "https://\xFF.org/",
                           "https://a<b/",
                           "https://../",
                           "https://.a/",
                           "https://a..b/",
                           "https://a../"}) {
    EXPECT_EQ(normal(text), "none") << text;
  }
}

TEST(WebAddress, NothingInItEndsALineOfARequest) {
  EXPECT_EQ(normal("https://example.org/a\r\nHost: b/c\x01"), "https://example.org/a%0D%0AHost:%20b/c%01");
}

TEST(WebAddress, ALocationIsSeenFromWhereItWasGiven) {
  const auto base = *parse_web_address("https://example.org/a/b?c");
  const auto from = [&](std::string_view text) {
    const auto address = parse_web_address(text, base);
    return address ? address->text() : "none";
  };
  EXPECT_EQ(from("http://other.example/x"), "http://other.example/x");
  EXPECT_EQ(from("//other.example/x"), "https://other.example/x");
  EXPECT_EQ(from("/x#y"), "https://example.org/x");
  EXPECT_EQ(from("x"), "https://example.org/a/x");
  EXPECT_EQ(from("../x"), "https://example.org/x");
  EXPECT_EQ(from("?d"), "https://example.org/a/b?d");
  EXPECT_EQ(from(""), "https://example.org/a/b?c");
  EXPECT_EQ(from("ftp://other.example/"), "none");
}

}  // namespace
}  // namespace causerie
