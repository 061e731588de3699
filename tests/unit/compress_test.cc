// The files that `build --compress` adds and removes. tests/hosting/ checks their bytes with the programs that unpack
// them.
#include <gtest/gtest.h>

#include <algorithm>

#include "example_sites.h"

namespace causerie {
namespace {

BuildOptions compressing() {
  BuildOptions options;
  options.compress = true;
  return options;
}

void fill(ExampleSite& site) {
  site.put("content/essays/naps.md", "---\ntitle: Naps\ndate: 2026-01-05\n---\nText.\n")
      .put("content/essays/rain.md", "---\ntitle: Rain\ndate: 2026-01-06\n---\nText.\n")
      .put("content/essays/bed.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
      .put("content/essays/bed.png", "a picture");
}

bool is_made(const ExampleBuild& built, std::string_view path) {
  return std::ranges::any_of(built.made, [&](const Explanation& one) { return one.path == path; });
}

TEST(Compress, EachTextHasTwoFilesBesideIt) {
  ExampleSite site;
  fill(site);
  const ExampleBuild built = site.build(compressing());
  EXPECT_EQ(built.diagnostics, "");
  for (const auto& [path, bytes] : built.outputs) {
    const bool is_text = path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".svg") ||
                         path.ends_with(".txt") || path.ends_with(".css");
    EXPECT_EQ(built.outputs.contains(path + ".gz"), is_text) << path;
    EXPECT_EQ(built.outputs.contains(path + ".br"), is_text) << path;
  }
  EXPECT_TRUE(built.outputs.contains("essays/naps/index.html.gz"));
}

TEST(Compress, WhatDidNotChangeIsNotCompressedAgain) {
  ExampleSite site;
  fill(site);
  site.build(compressing());
  EXPECT_TRUE(site.build(compressing()).made.empty());
  site.put("content/essays/naps.md", "---\ntitle: Naps\ndate: 2026-01-05\n---\nOther text.\n");
  site.put("content/essays/bed.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>");
  const ExampleBuild again = site.build(compressing());
  for (const char* path : {"essays/naps/index.html.gz", "essays/naps/index.html.br", "essays/bed.svg.br"}) {
    EXPECT_TRUE(is_made(again, path)) << path;
  }
  EXPECT_FALSE(is_made(again, "essays/rain/index.html.gz"));
  ExampleSite clean;
  fill(clean);
  clean.put("content/essays/naps.md", "---\ntitle: Naps\ndate: 2026-01-05\n---\nOther text.\n");
  clean.put("content/essays/bed.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>");
  EXPECT_EQ(again.outputs, clean.build(compressing()).outputs);
}

TEST(Compress, WithoutItTheFilesAreGone) {
  ExampleSite site, plain;
  fill(site);
  fill(plain);
  site.build(compressing());
  EXPECT_EQ(site.build().outputs, plain.build().outputs);
}

TEST(Compress, AFileOfTheWritersWithSuchANameIsAnError) {
  ExampleSite site;
  fill(site);
  site.put("content/essays/BED.svg.gz", "packed by hand").put("content/essays/letters.tar.gz", "others are fine");
  EXPECT_TRUE(site.build().is_published);
  const ExampleBuild built = site.build(compressing());
  EXPECT_FALSE(built.is_published);
  EXPECT_EQ(built.diagnostics,
            "content/essays/BED.svg.gz: error: '/essays/BED.svg.gz' would be written twice: --compress makes it from "
            "'/essays/bed.svg'\n"
            "  hint: rename it, or build without --compress\n");
}

}  // namespace
}  // namespace causerie
