#include "pipeline/manifest.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

Manifest example_manifest() {
  Manifest manifest;
  manifest.outputs.push_back({.path = "a/index.html",
                              .inputs = {{"(layout)", hash_of("l")}, {"title", hash_of("t")}},
                              .bytes = hash_of("bytes"),
                              .stat = {FileKind::file, 12, -1, 1'700'000'000'000'000'001, 7, 1ULL << 63}});
  manifest.outputs.push_back({.path = "b.png", .inputs = {}, .bytes = hash_of(""), .stat = {}});
  manifest.outputs.push_back({.path = "c/ü", .inputs = {{"title", hash_of("u")}}, .bytes = {}, .stat = {}});
  return manifest;
}

TEST(Manifest, DecodesWhatItEncoded) {
  for (const Manifest& manifest : {example_manifest(), Manifest()}) {
    EXPECT_EQ(decode_manifest(encode_manifest(manifest)), manifest);
  }
}

TEST(Manifest, FindsByPath) {
  const Manifest manifest = example_manifest();
  ASSERT_NE(manifest.find("b.png"), nullptr);
  EXPECT_EQ(manifest.find("b.png")->bytes, hash_of(""));
  EXPECT_EQ(manifest.find("b"), nullptr);
  EXPECT_EQ(manifest.find("z"), nullptr);
}

TEST(Manifest, IsEmptyWhenOneBitIsWrong) {
  const std::string good = encode_manifest(example_manifest());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 4);
    EXPECT_EQ(decode_manifest(bad), Manifest()) << i;
  }
}

TEST(Manifest, IsEmptyWhenCutShortOrForeign) {
  const std::string good = encode_manifest(example_manifest());
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_EQ(decode_manifest(std::string_view(good).substr(0, size)), Manifest()) << size;
  }
  EXPECT_EQ(decode_manifest(good + "x"), Manifest());
  EXPECT_EQ(decode_manifest("causerie manifest 2\n" + good.substr(20)), Manifest());
}

// Invalid content with a correct checksum: from another version of the program, or because of a bug.
TEST(Manifest, IsEmptyWhenContentsMakeNoSense) {
  const std::string good = encode_manifest(example_manifest());
  const std::string body = good.substr(0, good.size() - 16);
  for (std::size_t i = 20; i < body.size(); ++i) {
    for (const char byte : {'\x00', '\x7f', '\xff'}) {
      std::string bad = body;
      bad[i] = byte;
      const Hash hash = hash_of(bad);
      for (const std::uint64_t half : {hash.high, hash.low}) {
        for (int shift = 0; shift < 64; shift += 8) bad.push_back(static_cast<char>((half >> shift) & 255));
      }
      const Manifest decoded = decode_manifest(bad);  // any result is fine, but it must not crash
      EXPECT_LE(decoded.outputs.size(), 3u);
    }
  }
}

}  // namespace
}  // namespace causerie
