// Pages and files about the site in general: addresses, lists, feeds, languages.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "example_sites.h"
#include "pages/page_kind.h"

namespace causerie {

extern const PageKind sitemap_page;

namespace {

std::string essay_file(std::string_view title, std::string_view more = "", std::string_view text = "Text.") {
  return fmt::format("---\ntitle: {}\ndate: 2026-01-01\n{}---\n{}\n", title, more, text);
}

// The first output that contains a word; empty if there is none.
std::string first_place_of(const ExampleBuild& built, std::string_view word) {
  for (const auto& [path, text] : built.outputs) {
    if (path.find(word) != std::string::npos || ascii_lower(text).find(word) != std::string::npos) return path;
  }
  return "";
}

TEST(BaseUrl, ASlashAtItsEndChangesNothing) {
  ExampleSite without, with;
  for (ExampleSite* site : {&without, &with}) {
    site->put("content/essays/a.md", essay_file("A", "aliases: [/old/]\ntags: [t]\n"));
    site->put("site.yaml",
              std::string("title: C\nbase_url: https://example.org/sub/path") + (site == &with ? "/\n" : "\n"));
  }
  const ExampleBuild built = with.build();
  EXPECT_EQ(without.build().outputs, built.outputs);
  EXPECT_EQ(first_place_of(built, "pathassets"), "");
  EXPECT_NE(built.page("/feed.xml").find("https://example.org/sub/path/essays/a/"), std::string::npos);
}

TEST(BaseUrl, MustBeAnAddressOfAFolder) {
  for (const char* const wrong :
       {"example.org", "https://", "https://example.org/?x", "https://example.org/#x", "ftp://example.org/",
        "//example.org/", "https://exa mple.org/", "https:///x", "'https://example.org\\x'"}) {
    ExampleSite site;
    site.put("site.yaml", fmt::format("title: C\nbase_url: {}\n", wrong));
    const ExampleBuild built = site.build();
    EXPECT_FALSE(built.is_published) << wrong;
    EXPECT_NE(built.diagnostics.find("site.yaml:2:11: error: "), std::string::npos) << wrong << built.diagnostics;
  }
}

TEST(BaseUrl, WithoutOneThereAreNoFeedsNoSitemapAndOneWarning) {
  ExampleSite site;
  site.put("site.yaml", "title: C\n")
      .put("content/essays/a.md", essay_file("A", "tags: [t]\n"))
      .put("content/s/series.yaml", "title: S\n")
      .put("content/s/1-a.md", essay_file("A"));
  const ExampleBuild built = site.build();
  EXPECT_EQ(std::count(built.diagnostics.begin(), built.diagnostics.end(), '\n'), 2) << built.diagnostics;
  for (const auto& [path, text] : built.outputs) {
    EXPECT_FALSE(path.ends_with(".xml")) << path;
    EXPECT_EQ(text.find("rel=\"canonical\""), std::string::npos) << path;
    EXPECT_EQ(text.find("application/atom+xml"), std::string::npos) << path;
  }
}

// Every href and src of a page.
std::vector<std::string> addresses_of(const std::string& page) {
  std::vector<std::string> addresses;
  for (const char* const attribute : {" href=\"", " src=\""}) {
    for (auto at = page.find(attribute); at != std::string::npos; at = page.find(attribute, at + 1)) {
      const auto begin = page.find('"', at) + 1;
      addresses.push_back(page.substr(begin, page.find('"', begin) - begin));
    }
  }
  return addresses;
}

TEST(Links, AreRelativeSaveOnThePageForWhatIsNotThere) {
  ExampleSite site;
  site.put("site.yaml",
           "title: C\nbase_url: https://example.org/sub/\nmenu: [{label: A, to: /essays/a/}]\nauthor: {name: Ada, url: "
           "https://ada.example/}\n");
  site.put("content/s/series.yaml", "title: S\n")
      .put("content/s/1-one.md", essay_file("One", "tags: [t]\n", "[a](/essays/a/) ![](p.png)"))
      .put("content/s/2-two.md", essay_file("Two"))
      .put("content/s/p.png", "p");
  site.put("content/essays/a.md", essay_file("A", "aliases: [/old.html, /older/place/]\n"));
  const ExampleBuild built = site.build();
  ASSERT_TRUE(built.is_published) << built.diagnostics;
  for (const auto& [path, page] : built.outputs) {
    if (!path.ends_with(".html")) continue;
    for (const std::string& address : addresses_of(page)) {
      const bool is_outside =
          address.starts_with("https://ada.example/") || address.starts_with("https://example.org/sub/");
      if (path == "404.html") {
        EXPECT_TRUE(is_outside || address.starts_with("/sub/") || address.starts_with("#")) << path << ": " << address;
      } else {
        EXPECT_TRUE(is_outside || !address.starts_with("/")) << path << ": " << address;
      }
      // An address that is not a file's ends in a slash.
      const std::string location = address.substr(0, address.find('#'));
      EXPECT_TRUE(is_outside || location.empty() || location.ends_with("/") ||
                  location.substr(location.rfind('/') + 1).find('.') != std::string::npos)
          << path << ": " << address;
    }
  }
}

TEST(Links, OfThePageForWhatIsNotThereBeginAtTheHostsRoot) {
  for (const auto& [base, path] : {std::pair("", "/"), std::pair("base_url: https://example.org\n", "/"),
                                   std::pair("base_url: https://example.org/a/b\n", "/a/b/")}) {
    ExampleSite site;
    site.put("site.yaml", fmt::format("title: C\n{}menu: [{{label: A, to: essays/a.md}}]\n", base));
    site.put("content/essays/a.md", essay_file("A", "tags: [t]\n"));
    for (const std::string& address : addresses_of(site.build().page("/404.html")))
      EXPECT_TRUE(address.starts_with(path) || address.starts_with("#")) << base << address;
  }
}

TEST(Feeds, HoldTwentyEssaysWhereNothingElseIsSaid) {
  ExampleSite site;
  for (int i = 10; i <= 30; ++i) site.put(fmt::format("content/essays/{}.md", i), essay_file(std::to_string(i)));
  const std::string feed = site.build().page("/feed.xml");
  int entries = 0;
  for (auto at = feed.find("<entry"); at != std::string::npos; at = feed.find("<entry", at + 1)) ++entries;
  EXPECT_EQ(entries, 20);
}

TEST(Sitemap, HoldsWhatIsToBeFoundAndNothingElse) {
  ExampleSite site;
  site.put("content/essays/a.md",
           essay_file("A", "aliases: [/old/, /old.html]\ncanonical_url: https://other.example/a/\n"));
  site.put("content/essays/b.md", essay_file("B", "listed: false\ntags: [hidden]\n"));
  site.put("content/essays/c.md", essay_file("C"));
  site.put("content/essays/p.png", "p");
  const ExampleBuild built = site.build();
  std::vector<std::string> addresses;
  const std::string sitemap = built.page("/sitemap.xml");
  for (const std::string_view line : lines_of(sitemap)) {
    if (const std::string address = between(line, "<loc>", "</loc>"); !address.empty()) addresses.push_back(address);
  }
  std::sort(addresses.begin(), addresses.end());
  EXPECT_EQ(addresses, (std::vector<std::string>{"https://example.org/", "https://example.org/archive/",
                                                 "https://example.org/essays/", "https://example.org/essays/c/"}));
  EXPECT_NE(built.page("/robots.txt").find("Sitemap: https://example.org/sitemap.xml"), std::string::npos);
  EXPECT_NE(built.page("/essays/a/").find("<link rel=\"canonical\" href=\"https://other.example/a/\">"),
            std::string::npos);
  EXPECT_NE(built.page("/essays/b/").find("<meta name=\"robots\" content=\"noindex\">"), std::string::npos);
}

TEST(FeedExamples, AllHold) { EXPECT_GE(run_site_examples("feeds.md").size(), 5u); }
TEST(HostExamples, AllHold) { EXPECT_GE(run_site_examples("hosts.md").size(), 20u); }

// A site with too many essays to build in a test; it has only what the sitemap needs.
TEST(Sitemap, IsCutIntoPiecesOfFiftyThousand) {
  for (const std::size_t essays : {49'998U, 49'999U}) {
    auto content = std::make_shared<Content>();
    content->site.base_url = "https://example.org";
    const auto essay = std::make_shared<Essay>();
    essay->kind = EssayKind::stand_alone;
    content->essays.assign(essays, essay);
    Site site;
    site.content = content;
    site.essays.resize(essays);
    for (std::size_t i = 0; i < essays; ++i) {
      site.essays[i].is_shown = true;
      site.essays[i].path = {fmt::format("/essays/{}/", i)};
    }
    const Links links(content->site.base_url);
    const FragmentCache made;
    const References references;
    const Theme theme;
    std::vector<std::string> addresses;
    std::string index;
    const std::vector<Route> routes = sitemap_page.routes(site);
    for (const Route& route : routes) {
      const std::string text = sitemap_page.write(sitemap_page.inputs({site, references, links, theme, made}, route));
      if (text.find("<sitemapindex") != std::string::npos) index = text;
      if (text.find("<urlset") == std::string::npos) continue;
      std::size_t count = 0;
      for (const std::string_view line : lines_of(text)) {
        if (const std::string address = between(line, "<loc>", "</loc>"); !address.empty()) {
          addresses.push_back(address);
          ++count;
        }
      }
      EXPECT_LE(count, 50'000U);
    }
    const bool is_cut = essays > 49'998;  // the home page and the archive are in it too
    EXPECT_EQ(routes.size(), is_cut ? 3U : 1U) << essays;
    EXPECT_EQ(addresses.size(), essays + 2);
    std::sort(addresses.begin(), addresses.end());
    EXPECT_EQ(std::unique(addresses.begin(), addresses.end()), addresses.end());
    EXPECT_EQ(index.find("<loc>https://example.org/sitemap-1.xml</loc>") != std::string::npos, is_cut);
    EXPECT_EQ(index.find("<loc>https://example.org/sitemap-2.xml</loc>") != std::string::npos, is_cut);
  }
}

TEST(Lists, WhatIsNotListedIsAPageAndNothingMore) {
  ExampleSite site;
  site.put("content/essays/b.md", essay_file("Unlisted", "listed: false\ntags: [quiet]\n", "Text."));
  site.put("content/essays/c.md", essay_file("C", "", "See [it](essay:b)."));
  const ExampleBuild built = site.build();
  EXPECT_NE(built.page("/essays/b/").find("<h1 class=\"p-name\">Unlisted</h1>"), std::string::npos);
  for (const auto& [path, text] : built.outputs) {
    EXPECT_EQ(text.find("Unlisted") != std::string::npos, path == "essays/b/index.html") << path;
  }
  EXPECT_EQ(built.outputs.count("tags/quiet/index.html"), 0U);
  EXPECT_NE(built.page("/essays/c/").find("<a class=\"ref\" href=\"../b/\">it</a>"), std::string::npos);
}

TEST(Lists, APartThatIsNotListedIsPassedByAndKnowsItsPlace) {
  ExampleSite site;
  site.put("content/s/series.yaml", "title: S\n");
  site.put("content/s/1-a.md", essay_file("A")).put("content/s/2-b.md", essay_file("Aside", "listed: false\n"));
  site.put("content/s/3-c.md", essay_file("C"));
  const ExampleBuild built = site.build();
  for (const auto& [path, text] : built.outputs) {
    EXPECT_EQ(text.find("Aside") != std::string::npos, path == "s/b/index.html") << path;
  }
  EXPECT_NE(navigation_view(built.page("/s/a/")).find("next C -> ../c/"), std::string::npos);
  const std::string own = navigation_view(built.page("/s/b/"));
  EXPECT_NE(own.find("next C -> ../c/"), std::string::npos) << own;
  EXPECT_NE(own.find("A -> ../a/"), std::string::npos) << own;
}

TEST(Aliases, LeadToTheirPage) {
  ExampleSite site;
  site.put("content/essays/a.md", essay_file("A & B", "aliases: [/old/place/, /2013/01/a.html, /über/]\n"));
  const ExampleBuild built = site.build();
  ASSERT_TRUE(built.is_published) << built.diagnostics;
  for (const auto& [path, href] :
       {std::pair("/old/place/", "../../essays/a/"), std::pair("/2013/01/a.html", "../../essays/a/"),
        std::pair("/über/", "../essays/a/")}) {
    const std::string page = built.page(path);
    EXPECT_NE(page.find(fmt::format("url={}", href)), std::string::npos) << page;
    EXPECT_NE(page.find("<link rel=\"canonical\" href=\"https://example.org/essays/a/\">"), std::string::npos) << page;
    EXPECT_NE(page.find(fmt::format("<a href=\"{}\">", href)), std::string::npos) << page;
  }
}

TEST(Comments, CloseAfterAWhile) {
  for (const auto& [days, state] :
       {std::pair("150d", "Closed since <time datetime=\"2026-06-01\">1 June 2026</time>."), std::pair("151d", "")}) {
    ExampleSite site;
    site.put("site.yaml",
             fmt::format("title: C\nbase_url: https://example.org/\ncomments: {{close_after: {}}}\n", days));
    site.put("content/essays/a.md", essay_file("A"));
    site.put("content/essays/a.comments.yaml", "- {id: c1, author: Ada, date: 2026-01-02, body: x}\n");
    const std::string section =
        between(site.build().page("/essays/a/"), "<section id=\"comments\">", "<div class=\"comment");
    EXPECT_EQ(section.find("Closed") != std::string::npos, !std::string_view(state).empty()) << days << section;
    EXPECT_NE(section.find(state), std::string::npos) << days << section;
  }
}

TEST(Languages, AnEssaysWordsAreThoseOfItsLanguage) {
  ExampleSite site;
  site.put("content/s/series.yaml", "title: S\nplanned: [{part: 3, title: Trois, expected: 2026-08-15}]\n");
  site.put("content/s/1-un.md", essay_file("Un", "language: fr\n", "Il dit \"bonjour\" : oui."));
  site.put("content/s/2-deux.md", essay_file("Deux", "language: fr\n"));
  site.put("content/s/1-un.comments.yaml",
           "- {id: c1, author: Ada, date: 2026-01-02, body: x}\n- {id: c2, parent: c1, author: Bea, date: 2026-08-01, "
           "body: x}\n");
  const ExampleBuild built = site.build();
  const std::string page = built.page("/s/un/");
  EXPECT_NE(page.find("<html lang=\"fr\" dir=\"ltr\">"), std::string::npos);
  EXPECT_NE(page.find("1 janvier 2026"), std::string::npos) << "the date";
  EXPECT_NE(page.find("2 commentaires"), std::string::npos);
  EXPECT_NE(page.find("en réponse à Ada"), std::string::npos);
  EXPECT_NE(ascii_lower(page).find("deuxième"), std::string::npos) << "the ordinal";
  EXPECT_NE(page.find("«\u202F"), std::string::npos) << between(page, "<div class=\"prose e-content\">", "</div>");
  EXPECT_EQ(page.find("Next post"), std::string::npos);
  EXPECT_NE(built.page("/s/deux/").find("15 août 2026"), std::string::npos);
  EXPECT_NE(built.page("/s/").find("<html lang=\"en\""), std::string::npos);
}

TEST(Languages, ScriptsFromRightToLeft) {
  for (const char* const language : {"ar", "he", "fa", "ur"}) {
    ExampleSite site;
    site.put("content/essays/a.md", essay_file("A", fmt::format("language: {}\n", language)));
    EXPECT_NE(site.build().page("/essays/a/").find(fmt::format("<html lang=\"{}\" dir=\"rtl\">", language)),
              std::string::npos)
        << language;
  }
}

TEST(Dates, AnEssayWithoutOneIsInNoFeedAndLastInTheArchive) {
  ExampleSite site;
  site.put("content/essays/a.md", "---\ntitle: Timeless\n---\nx\n").put("content/essays/b.md", essay_file("Dated"));
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics,
            "content/essays/a.md: warning: this essay has no date: it is in no feed, and last in the archive\n  hint: "
            "add 'date: 2024-05-01' to its front matter\n");
  EXPECT_EQ(built.page("/feed.xml").find("Timeless"), std::string::npos);
  const std::string archive = built.page("/archive/");
  EXPECT_LT(archive.find("Dated"), archive.find("Timeless"));
  BuildOptions later;
  later.day = Day{2027, 1, 1};
  EXPECT_EQ(site.build(later).page("/feed.xml"), built.page("/feed.xml"));
}

}  // namespace
}  // namespace causerie
