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

TEST(Manifest, IsLoadedAsItWasStored) {
  for (const Manifest& manifest : {example_manifest(), Manifest()}) {
    Store store;
    store_manifest(store, "/public", manifest);
    EXPECT_EQ(load_manifest(store, "/public"), manifest);
    EXPECT_EQ(load_manifest(store, "/elsewhere"), Manifest());
  }
}

TEST(Manifest, FindsByPath) {
  const Manifest manifest = example_manifest();
  ASSERT_NE(manifest.find("b.png"), nullptr);
  EXPECT_EQ(manifest.find("b.png")->bytes, hash_of(""));
  EXPECT_EQ(manifest.find("b"), nullptr);
  EXPECT_EQ(manifest.find("z"), nullptr);
}

TEST(Manifest, IsEmptyWhenContentsMakeNoSense) {
  Store store;
  store_manifest(store, "", example_manifest());
  const std::string good = *store.find("manifest", "");
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char byte : {'\x00', '\x7f', '\xff'}) {
      std::string bad = good;
      bad[i] = byte;
      store.put("manifest", "", bad);
      EXPECT_LE(load_manifest(store, "").outputs.size(), 3u);  // anything is fine, but it must not crash
    }
    store.put("manifest", "", good.substr(0, i));
    EXPECT_EQ(load_manifest(store, ""), Manifest()) << i;
  }
}

}  // namespace
}  // namespace causerie
