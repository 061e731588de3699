// Every generated address can be linked to, and the link leads there.
#include <gtest/gtest.h>

#include <set>

#include "example_sites.h"
#include "pages/page_kind.h"
#include "pipeline/make_plan.h"
#include "pipeline/prepare_site.h"
#include "site/resolver.h"

namespace causerie {
namespace {

// A site with pages of all kinds.
void put_whole_site(ExampleSite& site) {
  site.put("site.yaml", "title: T\nbase_url: https://example.org/\n")
      .put("content/index.md", "Welcome.\n")
      .put("content/about.md", "---\ntitle: About\n---\nWho.\n")
      .put("content/talks/series.yaml", "title: Talks\n")
      .put("content/talks/01-one.md",
           "---\ntitle: One\ndate: 2026-01-01\ntags: [plain]\naliases: [/old/, /older.html]\n---\nText.\n")
      .put("content/talks/map.svg", "<svg/>")
      .put("content/essays/index.md", "Here they are.\n")
      .put("content/essays/2026-02-01-naps.md", "---\ntitle: Naps\n---\nText.\n");
}

TEST(LinkTargets, EveryAddressThatIsMadeIsOne) {
  ExampleSite files;
  put_whole_site(files);
  SiteOptions options;
  options.day = Day{2026, 6, 1};
  Diagnostics diagnostics;
  StepTimes times;
  auto prepared = prepare_site(files.files(), options, files.cache, times, diagnostics);
  ASSERT_TRUE(prepared);
  Site& site = (*prepared)->site;
  // Revisions come from git, which a site in memory does not have.
  const Revisions revisions = {{Date{}, Hash(), nullptr}};
  for (EssayView& essay : site.essays) {
    if (essay.series) essay.revisions = revisions;
  }
  const Plan plan = make_plan(site, (*prepared)->theme, 1, diagnostics);
  const Routes& routes = plan.data->routes;
  const Resolver resolver(site, routes);
  std::set<const PageKind*> kinds;
  for (const Route& route : routes.all()) {
    kinds.insert(route.kind);
    const Resolved found = resolver.resolve(route.path.text, true, {}, {"content/about.md", {}}, diagnostics);
    EXPECT_EQ(found.meaning, Meaning::target) << route.path.text;
    // A note names ours by its description if a file of the writer's replaces it.
    EXPECT_FALSE(route.kind != nullptr && route.is_ours() && route.kind->description.empty()) << route.path.text;
    EXPECT_EQ(found.path.text, route.is_alias ? site.view(*route.essay).path.text : route.path.text);
  }
  EXPECT_FALSE(diagnostics.has_errors());
  for (const PageKind* kind : page_kinds()) EXPECT_TRUE(kinds.contains(kind)) << kind->name;
}

// Only the page itself has its subject's title; its feed does not.
TEST(LinkTargets, AFeedHasNoTitleOfItsOwn) {
  ExampleSite site;
  put_whole_site(site);
  site.put("content/about.md", "---\ntitle: About\n---\n[](/talks/), [its feed](/talks/feed.xml)\n");
  EXPECT_EQ(site.build().diagnostics, "");
  site.put("content/about.md", "---\ntitle: About\n---\n[](/talks/feed.xml)\n");
  EXPECT_NE(site.build().diagnostics.find("'/talks/feed.xml' has no title of its own"), std::string::npos);
}

}  // namespace
}  // namespace causerie
