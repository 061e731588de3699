// Runs the examples of site.yaml, front matter and sources. Below, cases that need code: drafts, collisions, bytes and
// links.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "example_sites.h"

namespace causerie {
namespace {

TEST(FrontMatterExamples, AllHold) { EXPECT_GE(run_site_examples("front_matter.md").size(), 20u); }
TEST(SiteFileExamples, AllHold) { EXPECT_GE(run_site_examples("site_file.md").size(), 20u); }
TEST(SourceExamples, AllHold) { EXPECT_GE(run_site_examples("what_is_read.md").size(), 15u); }

std::string essay(std::string_view title, std::string_view more = "", std::string_view text = "Text.") {
  return fmt::format("---\ntitle: {}\ndate: 2026-01-01\n{}---\n{}\n", title, more, text);
}

// The first output that contains a word; empty if there is none.
std::string place_of(const ExampleBuild& built, std::string_view word) {
  for (const auto& [path, text] : built.outputs) {
    if (path.find(word) != std::string::npos || ascii_lower(text).find(word) != std::string::npos) return path;
  }
  return "";
}

TEST(Drafts, LeaveNoTrace) {
  ExampleSite site;
  site.put("content/s/series.yaml", "title: S\n");
  site.put("content/s/1-one.md", essay("One", "tags: [plain]\n",
                                       "I shall come to [that](series:2), [and](essay:hushed), [this](/s/hushed/), "
                                       "[file](02-hushed.md), ![](open.png)"));
  site.put(
      "content/s/02-hushed.md",
      essay("Hushed Title",
            "draft: true\ntags: [hushed-tag, plain]\nauthors: [Hushed Author]\naliases: [/hushed-alias/]\nimage: "
            "hushed.png\nsummary: Hushed summary.\n",
            "Hushed text to [the first](series:first) ![](hushed-too.png) <img src=hushed-raw.png> ![](open.png)."));
  site.put("content/s/02-hushed.comments.yaml",
           "- {id: hushed, author: Hushed Reader, date: 2026-01-02, body: hushed}\n");
  for (const char* const name : {"hushed.png", "hushed-too.png", "hushed-raw.png", "open.png", "nobody.png"})
    site.put(std::string("content/s/") + name, name == std::string_view("open.png")     ? "o"
                                               : name == std::string_view("nobody.png") ? "n"
                                                                                        : "hushed bytes");
  site.put("content/hushed-page.md", essay("Hushed Page", "draft: true\n"));
  site.put("content/hushed-folder/a.md", essay("Hushed", "draft: true\n"));
  site.put("content/hushed-series/series.yaml", "title: Hushed\ndescription: hushed\n");
  site.put("content/hushed-series/1-a.md", essay("Hushed", "draft: true\n"));
  site.put("content/later/2027-01-01-hushed.md", "---\ntitle: Hushed later\n---\nhushed\n");
  const ExampleBuild built = site.build();
  ASSERT_TRUE(built.is_published) << built.diagnostics;
  EXPECT_EQ(place_of(built, "hushed"), "");
  EXPECT_EQ(built.outputs.count("s/open.png"), 1U);
  EXPECT_EQ(built.outputs.count("s/nobody.png"), 1U);
  EXPECT_EQ(built.page("/s/one/").find("class=\"mentions\""), std::string::npos) << "a draft cites nobody yet";

  BuildOptions drafts;
  drafts.drafts = true;
  const ExampleBuild all = site.build(drafts);
  for (const char* const path : {"s/hushed.png", "s/hushed-too.png", "s/hushed-raw.png", "s/hushed/index.html",
                                 "hushed-alias/index.html", "hushed-page/index.html", "tags/hushed-tag/index.html"}) {
    EXPECT_EQ(all.outputs.count(path), 1U) << path;
  }
  // And back: what the drafts added is removed with them.
  EXPECT_EQ(site.build().outputs, built.outputs);
}

TEST(Drafts, ADraftLeavesNoTraceOfAnIncrementalBuildEither) {
  ExampleSite site;
  site.put("content/essays/a.md", essay("Hushed"));
  site.put("content/essays/b.md", essay("Other"));
  site.build();
  site.put("content/essays/a.md", essay("Hushed", "draft: true\n"));
  EXPECT_EQ(place_of(site.build(), "hushed"), "");
}

// Two sources with the same output path are an error that names both, before anything is written.
TEST(Collisions, AreErrorsThatNameBoth) {
  struct Case {
    const char* first;
    const char* first_text;
    const char* second;
    const char* second_text;
    const char* error;
  };
  const std::string plain = essay("P");
  const Case cases[] = {
      {"content/essays/2026-01-01-same.md", nullptr, "content/essays/same.md", nullptr,
       "'/essays/same/' would be written twice"},
      {"content/essays.md", nullptr, "content/essays/a.md", nullptr, "'/essays/' would be written twice"},
      {"content/essays/a.md", nullptr, "content/essays/a/index.html", "",
       "'/essays/a/index.html' would be written twice"},
      {"content/essays/a.md", nullptr, "content/essays/A/index.html", "", "'/essays/a/' would be written twice"},
      {"content/essays/a.md", "aliases: [/old/]\n", "content/essays/b.md", "aliases: [/old/]\n",
       "'/old/' would be written twice"},
      {"content/essays/a.md", "aliases: [/old/]\n", "content/essays/b.md", "aliases: [/OLD/]\n",
       "would be written twice"},
      {"content/essays/a.md", "aliases: [/old/, /old/]\n", "content/essays/b.md", nullptr,
       "'/old/' would be written twice"},
      {"content/essays/a.md", "aliases: [/essays/a/]\n", "content/essays/b.md", nullptr,
       "'/essays/a/' would be written twice"},
      {"content/essays/a.md", "aliases: [/essays/b/]\n", "content/essays/b.md", nullptr,
       "'/essays/b/' would be written twice"},
      {"content/essays/a.md", "aliases: [/essays/a/index.html]\n", "content/essays/b.md", nullptr,
       "would be written twice"},
      {"content/essays/a.md", "aliases: [/x.html]\n", "content/x.html", "", "'/x.html' would be written twice"},
      {"content/essays/a.md", "aliases: [/x.html/]\n", "content/x.html", "", "would be written twice"},
      {"content/essays/b", "", "content/essays/b.md", nullptr, "would be written twice"},
      {"content/essays/a.md", "slug: index.html\n", "content/essays/b.md", nullptr, "would be written twice"},
      {"content/feed.xml.md", "slug: feed.xml\n", "content/essays/b.md", nullptr, "would be written twice"},
      {"content/essays/a.md", "aliases: [/archive/]\n", "content/essays/b.md", nullptr,
       "'/archive/' would be written twice: Causerie itself also makes '/archive/'"},
      {"content/Robots.txt", "", "content/essays/b.md", nullptr, "Causerie itself also makes '/robots.txt'"},
      {"content/archive", "", "content/essays/b.md", nullptr, "Causerie itself also makes '/archive/'"},
      {"content/archive.md", nullptr, "content/archive/index.html", "", "would be written twice"},
      {"content/index.md", nullptr, "content/index.html", "", "would be written twice"},
      {"content/essays/A.png", "1", "content/essays/a.png", "2", "'/essays/a.png' would be written twice"},
      {"content/My Essays/a.md", nullptr, "content/my-essays/b.md", nullptr, "'/my-essays/' would be written twice"},
  };
  for (const Case& one : cases) {
    ExampleSite site;
    const auto put = [&](const char* path, const char* text) {
      const bool is_essay = std::string_view(path).ends_with(".md");
      const std::string written = text == nullptr ? "" : text;
      site.put(path, is_essay ? essay(path, written) : written);
    };
    put(one.first, one.first_text);
    put(one.second, one.second_text);
    const ExampleBuild built = site.build();
    SCOPED_TRACE(one.first + std::string(" and ") + one.second);
    EXPECT_FALSE(built.is_published);
    EXPECT_EQ(built.outputs.size(), 0U);
    EXPECT_NE(built.diagnostics.find(one.error), std::string::npos) << built.diagnostics;
    EXPECT_EQ(std::count_if(built.items.begin(), built.items.end(),
                            [](const Diagnostic& d) { return d.severity == Severity::error; }),
              1)
        << built.diagnostics;
    for (const Diagnostic& d : built.items) EXPECT_NE(d.location.file, "") << built.diagnostics;
  }
}

std::string with_bom_and_crlf(std::string_view text) { return "\xEF\xBB\xBF" + replace_all(text, "\n", "\r\n"); }

TEST(Sources, ByteOrderMarkAndLineEndsChangeNoByte) {
  const std::map<std::string, std::string> files = {
      {"site.yaml",
       "title: Causerie\nbase_url: https://example.org/\nauthor:\n  name: Ada\n  bio: |\n    A bio.\n\n    Of two "
       "paragraphs.\n"},
      {"content/s/series.yaml", "title: S\ndescription: |\n  One.\n\n  Two.\n"},
      {"content/s/1-a.md", essay("A", "summary: >\n  Folded\n  words.\n",
                                 "Text.\n\n```\ncode\n  more\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nHard  "
                                 "\nbreak.[^1]\n\n[^1]: Note.\n")},
      {"content/s/1-a.comments.yaml", "- id: c1\n  author: Ada\n  date: 2026-01-02\n  body: |\n    One.\n\n    Two.\n"},
      {"content/index.md", "Home.\n"},
      {"themes/mine/theme.yaml", "name: Mine\nextends: default\n"},
      {"themes/mine/templates/footer.mustache", "<footer>\n{{site.title}}\n</footer>\n"},
      {"themes/mine/i18n/en.yaml", "next_post: Onward\n"},
  };
  ExampleSite plain, other;
  for (const auto& [path, text] : files) {
    const std::string whole = path == "site.yaml" ? text + "theme: mine\n" : text;
    plain.put(path, whole);
    other.put(path, with_bom_and_crlf(whole));
  }
  const ExampleBuild expected = plain.build();
  ASSERT_TRUE(expected.is_published) << expected.diagnostics;
  const ExampleBuild found = other.build();
  EXPECT_EQ(found.diagnostics, expected.diagnostics);
  for (const auto& [path, text] : expected.outputs) EXPECT_EQ(found.page(path), text) << path;
  EXPECT_EQ(found.outputs.size(), expected.outputs.size());
}

TEST(Sources, ByteOrderMarksMoveNoColumn) {
  for (const char* const path : {"content/a.md", "content/s/series.yaml", "site.yaml", "content/b.comments.yaml"}) {
    ExampleSite site, marked;
    const std::string text = std::string_view(path).ends_with(".md") ? "---\ntitle: A\nwrong: x\n---\n" : "wrong: x\n";
    site.put("content/b.md", essay("B")).put(path, text);
    marked.put("content/b.md", essay("B")).put(path, with_bom_and_crlf(text));
    EXPECT_NE(site.build().diagnostics.find(std::string(path) + ":"), std::string::npos);
    EXPECT_EQ(marked.build().diagnostics, site.build().diagnostics) << path;
  }
}

TEST(Sources, AnotherEncodingHidesNeitherNameNorSlug) {
  ExampleSite site;
  site.put("content/s/series.yaml",
           "title: Gr\xF6\xDF"
           "e\nslug: size\n");
  site.put("content/s/01-a.md", essay("A", "", "[b](series:2)"));
  site.put("content/s/02-b.md",
           essay("Gr\xFC\xDF", "slug: greeting\naliases: [/old/]\ntags: ['\xFC']\n", "[\xFC](\xFC.md)"));
  site.put("content/c.md", essay("C", "", "[b](essay:greeting) [b](/old/) [s](series:size) [b](/size/greeting/)"));
  const ExampleBuild built = site.build();
  EXPECT_EQ(
      built.diagnostics,
      "content/s/02-b.md:2:10: error: the byte 0xFC is not valid UTF-8\n  hint: save the file with the encoding UTF-8\n"
      "content/s/series.yaml:1:10: error: the byte 0xF6 is not valid UTF-8\n  hint: save the file with the encoding "
      "UTF-8\n");
}

TEST(Sources, ANameThatIsNoUtf8IsTold) {
  ExampleSite site;
  site.put("content/essays/caf\xE9.md", essay("A"))
      .put("content/f\xE9/a.md", essay("B"))
      .put("content/essays/b.md", essay("B"));
  EXPECT_EQ(site.build().diagnostics,
            "content: error: the name of 'f?' in this folder is not valid UTF-8\n  hint: rename it\n"
            "content/essays: error: the name of 'caf?.md' in this folder is not valid UTF-8\n  hint: rename it\n");
}

// The folder itself may be a link, and is still read only once.
TEST(Sources, ContentMayBeALinkWithinTheSite) {
  ExampleSite site;
  site.put("texts/essays/a.md", essay("A"));
  site.files().put_link("content", "texts");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(built.outputs.count("essays/a/index.html"), 1U);
  site.files().put_link("texts/again", "../texts");
  EXPECT_NE(
      site.build().diagnostics.find("content/again: error: this symbolic link leads to 'texts', which is already read"),
      std::string::npos);
}

TEST(Sources, InAFolderOfCommentsLinksToFilesAreReadAndOthersNamed) {
  ExampleSite site;
  site.put("site.yaml", "title: C\nbase_url: https://example.org/\ncomments: {folders: [data]}\n");
  site.put("content/essays/a.md", essay("A")).put("data/note.txt", "x");
  site.put("kept/c1.yml", "_id: c1\nname: Ada\nmessage: Words\ndate: 2026-01-02\n");
  site.files().put_link("data/a/c1.yml", "../../kept/c1.yml");
  site.files().put_link("data/a/more", "../../kept");
  site.files().put_link("data/a/gone.yml", "nowhere");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.comments_shown, 1);
  for (const char* const path : {"data/a/more", "data/a/gone.yml"})
    EXPECT_NE(built.diagnostics.find(std::string(path) + ": warning: this symbolic link is not followed"),
              std::string::npos)
        << built.diagnostics;
}

TEST(Sources, SymbolicLinks) {
  ExampleSite site;
  site.put("content/essays/a.md", essay("A"));
  site.put("drawings/tree.png", "tree").put("shared-texts/b.md", essay("B"));
  site.files().put_link("content/essays/pictures", "../../drawings");
  site.files().put_link("content/essays/b.md", "../../shared-texts/b.md");
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(built.outputs.count("essays/pictures/tree.png"), 1U);
  EXPECT_EQ(built.outputs.count("essays/b/index.html"), 1U);
  for (const char* const target :
       {"/etc/passwd", "../../../outside", "..", "../..", "../essays/a.md", "../../content", "nowhere", "loop"}) {
    ExampleSite bad;
    bad.put("content/essays/a.md", essay("A"));
    bad.files().put_link("content/essays/loop", target);
    const ExampleBuild faulty = bad.build();
    EXPECT_FALSE(faulty.is_published) << target;
    EXPECT_NE(faulty.diagnostics.find("content/essays/loop: error: this symbolic link leads "), std::string::npos)
        << target << faulty.diagnostics;
  }
}

}  // namespace
}  // namespace causerie
