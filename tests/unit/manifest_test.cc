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

TEST(Manifest, ReplacesALargerOne) {
  Store store;
  for (const int count : {3000, 1500, 1, 0, 600}) {
    Manifest manifest;
    for (int i = 0; i < count; ++i) {
      const std::string path = std::to_string(100'000 + i);
      manifest.outputs.push_back({path, {{"title", hash_of(path)}, {"in " + path, hash_of("x")}}, hash_of("b"), {}});
    }
    store_manifest(store, "/public", manifest);
    EXPECT_EQ(load_manifest(store, "/public"), manifest) << count;
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
  const std::string key = "0 ";  // the first row
  const std::string good = *store.find("manifest", key);
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char byte : {'\x00', '\x7f', '\xff'}) {
      std::string bad = good;
      bad[i] = byte;
      store.put("manifest", key, bad);
      EXPECT_LE(load_manifest(store, "").outputs.size(), 3u);  // anything is fine, but it must not crash
    }
    store.put("manifest", key, good.substr(0, i));
    EXPECT_EQ(load_manifest(store, ""), Manifest()) << i;
  }
}

}  // namespace
}  // namespace causerie
