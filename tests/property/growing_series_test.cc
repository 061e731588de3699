// Causerie's main use case, with the site of tests/sites/a-series-as-it-grows/: a first part promises what follows,
// readers comment on it, and once the next parts exist the promises become links automatically.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "unit/example_sites.h"

namespace causerie {
namespace {

const std::string first_part = "/the-town-clock/winding-day/";

ExampleSite& the_site(ExampleSite& site) {
  return site.put_folder_from_disk(CAUSERIE_SOURCE_DIR "/tests/sites/a-series-as-it-grows/input");
}

std::string explanation(const ExampleBuild& built, std::string_view path) {
  for (const Explanation& one : built.made) {
    if (one.path == path) return join(one.reasons, "; ");
  }
  return "not made";
}

std::vector<std::string> made_pages(const ExampleBuild& built) {
  std::vector<std::string> pages;
  for (const Explanation& one : built.made) pages.push_back(one.path);
  std::sort(pages.begin(), pages.end());
  return pages;
}

TEST(GrowingSeries, FiftySevenCommentsAreAllThereEachInsideTheOneThatItAnswers) {
  ExampleSite site;
  const ExampleBuild built = the_site(site).build();
  ASSERT_TRUE(built.is_published) << built.diagnostics;
  EXPECT_EQ(built.comments_shown, 57);

  // The file is simple enough to be read line by line.
  std::map<std::string, std::string> parents;
  std::string id;
  const std::string file = site.files().contents()["content/the-town-clock/01-winding-day.comments.yaml"];
  for (const std::string_view line : lines_of(file)) {
    if (line.starts_with("- id: ")) parents[id = std::string(line.substr(6))] = "";
    if (line.starts_with("  parent: ")) parents[id] = std::string(line.substr(10));
  }
  ASSERT_EQ(parents.size(), 58U);
  parents["old-4411"] = "";  // not in any file

  std::map<std::string, int> seen;
  int deepest = 0, by_author = 0, tombstones = 0;
  for (const ShownComment& comment : shown_comments(built.page(first_part))) {
    ++seen[comment.id];
    ASSERT_EQ(parents.count(comment.id), 1U) << comment.id;
    EXPECT_EQ(comment.parent, parents[comment.id]) << comment.id;
    EXPECT_LE(comment.level == 1 ? 1 : comment.elements_around, 2) << comment.id;
    deepest = std::max(deepest, comment.level);
    by_author += comment.is_by_author ? 1 : 0;
    tombstones += comment.is_tombstone ? 1 : 0;
    EXPECT_EQ(comment.is_tombstone, comment.id == "c23" || comment.id == "old-4411") << comment.id;
    EXPECT_EQ(comment.is_by_author, comment.name == "Hanne Lund") << comment.id;
  }
  EXPECT_EQ(seen.size(), parents.size());
  for (const auto& [one, count] : seen) EXPECT_EQ(count, 1) << one;
  EXPECT_EQ(deepest, 8);
  EXPECT_EQ(by_author, 20);
  EXPECT_EQ(tombstones, 2);
}

TEST(GrowingSeries, PromisesBecomeLinksByThemselves) {
  ExampleSite site;
  const ExampleBuild before = the_site(site).build();
  const std::string promised = before.page(first_part);
  EXPECT_NE(promised.find("<span class=\"ref forthcoming\" title=\"to come\">in the next post</span>"),
            std::string::npos);
  EXPECT_NE(promised.find("<span class=\"ref forthcoming\" title=\"to come\">in the third</span>"), std::string::npos);
  EXPECT_EQ(promised.find("rel=\"next\""), std::string::npos);

  // An unchanged site renders no page.
  EXPECT_EQ(made_pages(site.build()), std::vector<std::string>());

  site.put("content/the-town-clock/02-what-the-pendulum-knows.md",
           "---\ntitle: What the Pendulum Knows\ndate: 2026-05-18\n---\nA penny is worth two fifths of a second a day. "
           "Why is it so?\n");
  site.put("content/the-town-clock/03-the-hour-that-was-lost.md",
           "---\ntitle: The Hour That Was Lost\ndate: 2026-05-25\n---\nIt was lost on purpose, as I said in "
           "[](series:first).\n");
  const ExampleBuild after = site.build();
  ASSERT_TRUE(after.is_published) << after.diagnostics;
  const std::string kept = after.page(first_part);
  EXPECT_NE(kept.find("<a class=\"ref\" href=\"../what-the-pendulum-knows/\">in the next post</a>"), std::string::npos);
  EXPECT_NE(kept.find("<a class=\"ref\" href=\"../the-hour-that-was-lost/\">in the third</a>"), std::string::npos);
  EXPECT_EQ(kept.find("forthcoming"), std::string::npos);
  EXPECT_NE(kept.find("rel=\"next\" href=\"../what-the-pendulum-knows/\""), std::string::npos);

  const std::string why = explanation(after, "the-town-clock/winding-day/index.html");
  EXPECT_NE(why.find("the promise 'series:next' is kept"), std::string::npos) << why;
  EXPECT_NE(why.find("the promise 'series:3' is kept"), std::string::npos) << why;
  EXPECT_EQ(why.find("conversation"), std::string::npos) << "nothing was said below meanwhile: " << why;

  // Only what two new posts affect: no tag page, although its feed contains the full text of the first part; no asset.
  const std::vector<std::string> touched = {"404.html",
                                            "archive/index.html",
                                            "feed.xml",
                                            "index.html",
                                            "sitemap.xml",
                                            "tags/clocks/feed.xml",
                                            "tags/keeping/feed.xml",
                                            "the-town-clock/feed.xml",
                                            "the-town-clock/index.html",
                                            "the-town-clock/the-hour-that-was-lost/index.html",
                                            "the-town-clock/what-the-pendulum-knows/index.html",
                                            "the-town-clock/winding-day/index.html"};
  EXPECT_EQ(made_pages(after), touched);

  // Both new pages name the essay that promised them.
  for (const char* const path :
       {"/the-town-clock/what-the-pendulum-knows/", "/the-town-clock/the-hour-that-was-lost/"}) {
    const std::string mentions = between(after.page(path), "<section class=\"mentions\">", "</section>");
    EXPECT_NE(mentions.find("<a href=\"../winding-day/\">Winding Day</a> <span class=\"label\">promised this</span>"),
              std::string::npos)
        << mentions;
  }

  // The conversation is unchanged, byte for byte, and the output equals that of a clean build.
  const auto conversation = [](const std::string& page) {
    return between(page, "<section id=\"comments\">", "</section>");
  };
  EXPECT_EQ(conversation(kept), conversation(promised));
  ExampleSite clean;
  for (const auto& [path, text] : site.files().contents()) clean.put(path, text);
  EXPECT_EQ(after.outputs, clean.build().outputs);
}

TEST(GrowingSeries, ACommentTouchesThePageThatItIsOnAndThoseThatCountIt) {
  ExampleSite site;
  the_site(site).build();
  const std::string path = "content/the-town-clock/01-winding-day.comments.yaml";
  site.put(path,
           site.files().contents()[path] +
               "- id: c59\n  parent: c58\n  author: Aurelio\n  date: 2026-05-21T09:00:00+02:00\n  body: Thank you.\n");
  const ExampleBuild built = site.build();
  const std::string why = explanation(built, "the-town-clock/winding-day/index.html");
  EXPECT_NE(why.find("input 'conversation' changed"), std::string::npos) << why;
  EXPECT_EQ(why.find("input 'body'"), std::string::npos) << why;
  for (const std::string& page : made_pages(built)) EXPECT_FALSE(page.ends_with(".xml")) << page << " shows no comment";
}

}  // namespace
}  // namespace causerie
