// How pages write the addresses of a site.
#include "site/links.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

constexpr auto relative = LinkWriter::Way::relative;
constexpr auto rooted = LinkWriter::Way::rooted;
constexpr auto absolute = LinkWriter::Way::absolute;

TEST(Links, AreRelativeRootedOrAbsolute) {
  const Links links("https://example.org/essays");
  EXPECT_EQ(LinkWriter(links, {"/a/b/"}, relative).to({"/a/c/"}), "../c/");
  EXPECT_EQ(LinkWriter(links, {"/404.html"}, rooted).to({"/a/c/"}), "/essays/a/c/");
  EXPECT_EQ(LinkWriter(links, {"/a/b/"}, absolute).to({"/a/ü/"}), "https://example.org/essays/a/%C3%BC/");
}

TEST(Links, ToThePageItselfAreTheFragmentAlone) {
  const Links links("https://example.org");
  EXPECT_EQ(LinkWriter(links, {"/a/"}, relative).to({"/a/"}, "b c"), "#b%20c");
  EXPECT_EQ(LinkWriter(links, {"/a/"}, absolute).to({"/a/"}, "b"), "https://example.org/a/#b");
  EXPECT_EQ(LinkWriter(links, {"/a/"}, relative).to({"/b/"}, "c"), "../b/#c");
}

// A page is kept while its fingerprint is unchanged, so whatever changes a link must change the fingerprint.
TEST(Links, AFingerprintCoversWhatLinksDependOn) {
  const Links here("https://example.org/essays");
  const Links there("https://example.org/notes");
  const auto of = [](const Links& links, const char* page, LinkWriter::Way way) {
    return LinkWriter(links, {page}, way).fingerprint();
  };
  EXPECT_EQ(of(here, "/a/", relative), of(there, "/a/", relative));
  EXPECT_NE(of(here, "/a/", relative), of(here, "/b/", relative));
  EXPECT_NE(of(here, "/a/", relative), of(here, "/a/", rooted));
  EXPECT_NE(of(here, "/a/", rooted), of(there, "/a/", rooted));
  EXPECT_NE(of(here, "/a/", absolute), of(there, "/a/", absolute));
}

}  // namespace
}  // namespace causerie
