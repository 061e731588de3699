// The values of `email` keys are recognised in every disguise, and nothing else is changed.
#include "content/address_mask.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {
namespace {

std::string dots_of(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(AddressMask, SeesThroughEveryWayToWriteAValue) {
  const AddressMask mask({" Sarah@Example.org "});
  const char* const written[] = {"sarah@example.org",         "SARAH@EXAMPLE.ORG",      "sarah%40example.org",
                                 "sarah&#64;example.org",     "sarah&#x40;example.org", "sarah&commat;example.org",
                                 "sarah\\@example\\.org",     "%73arah@example.org",    "sarah%2540example.org",
                                 "sarah&amp;#64;example.org", "sarah@example%2Eorg",    "sarah@example&period;org",
                                 "sarah&#0064;example.org"};
  for (const char* const one : written)
    EXPECT_EQ(mask.text(fmt::format("to {}, please", one)), "to …@…, please") << one;
}

TEST(AddressMask, LeavesOtherWordsAlone) {
  const AddressMask mask({"sarah@example.org", "x", ""});
  for (const char* const text : {"", "x", "sarah at example.org", "sara@example.org", "100% & more \\ less",
                                 "other@example.net", "%40", "&#64;", "a\\b"}) {
    EXPECT_EQ(mask.text(text), text);
  }
}

TEST(AddressMask, LetterCaseOfAnyAlphabetAndComposition) {
  EXPECT_EQ(AddressMask({"Élodie@Example.org"}).text("é élodie@example.org"), "é …@…");
  EXPECT_EQ(AddressMask({"E\u0301lodie@example.org"}).text("Élodie@example.org"), "…@…");
}

TEST(AddressMask, HashesCountAsAddresses) {
  const std::string md5 = "0bc83cb571cd1c50ba6f3e8a78ef1346", sha1 = "567159d622ffbb50b11b0efd307be358624a26ee",
                    sha256 = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";
  const AddressMask mask({md5, sha1, sha256});
  for (const std::string& hash : {md5, sha1, sha256}) {
    std::string upper = hash;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    EXPECT_EQ(mask.text("h " + hash), "h …@…");
    EXPECT_EQ(mask.text("h " + upper), "h …@…");
    const AddressMask nobodys({});
    EXPECT_EQ(nobodys.text("h " + hash), "h " + hash);
    EXPECT_EQ(nobodys.text("![](https://www.gravatar.com/avatar/" + hash + "?s=80)"),
              "![](https://www.gravatar.com/avatar/…@…?s=80)");
    EXPECT_EQ(nobodys.text("https://seccdn.libravatar.org/avatar%2F" + upper),
              "https://seccdn.libravatar.org/avatar%2F…@…");
  }
}

TEST(AddressMask, NamesShapedLikeAddresses) {
  const AddressMask mask({});
  EXPECT_EQ(mask.name("sarah@example.org"), "…@…");
  EXPECT_EQ(mask.name("Sarah <sarah@example.org>"), "Sarah <…@…>");
  EXPECT_EQ(mask.name("sarah&#64;example.org"), "…@…");
  EXPECT_EQ(mask.name("Sarah (@sarah)"), "Sarah (@sarah)");
  EXPECT_EQ(mask.name("sarah@home"), "sarah@home");
  EXPECT_EQ(mask.name("a@b.example, c@d.example"), "…@…, …@…");
}

// Names as Notion exports them are no addresses.
TEST(WithoutAddresses, MasksHashesOnlyWhereAddressesCanBe) {
  const std::string hash = "1a2b3c4d5e6f70819a0b1c2d3e4f5061", dots = dots_of("•", 32);
  for (const std::string& text :
       std::vector<std::string>{"there is no file 'Mailing list " + hash + ".md'", "title: " + hash, hash}) {
    EXPECT_EQ(without_addresses(text), text);
    EXPECT_EQ(without_addresses(text, HashMasking::everywhere).find(hash), std::string::npos) << text;
  }
  EXPECT_EQ(without_addresses("email: " + hash), "email: " + dots);
  EXPECT_EQ(without_addresses("{\"id\":1,\"author_email\" : \"" + hash + "\"}"),
            "{\"id\":1,\"author_email\" : \"" + dots + "\"}");
  EXPECT_EQ(without_addresses("https://secure.gravatar.com/avatar/" + hash),
            "https://secure.gravatar.com/avatar/" + dots);
  EXPECT_EQ(without_addresses("gravatar_id=" + hash), "gravatar_id=" + dots);
}

TEST(WithoutAddresses, MasksWhatLooksLikeOneButNoPicture) {
  EXPECT_EQ(without_addresses("a@b.example wrote"), dots_of("•", 11) + " wrote");
  EXPECT_EQ(without_addresses("there is no file 'logo@2x.png'"), "there is no file 'logo@2x.png'");
}

TEST(WithoutAddresses, APathIsShownAsItIsUnlessItCouldHoldComments) {
  const std::string hash = "1a2b3c4d5e6f70819a0b1c2d3e4f5061";
  for (const std::string& path :
       std::vector<std::string>{"content/s/01 Second " + hash + ".md", "content/a@b.example.md",
                                "content/x.comments/" + hash + ".yaml", "content/a@b.example/series.yaml"})
    EXPECT_EQ(path_without_addresses(path), path);
  const std::string dots = dots_of("•", 11);
  EXPECT_EQ(path_without_addresses("data/comments/a@b.example/1.yml"), "data/comments/" + dots + "/1.yml");
  EXPECT_EQ(path_without_addresses("content/x.comments/a@b.example"), "content/x.comments/" + dots);
}

}  // namespace
}  // namespace causerie
