// The events sent to open pages, without a server.
#include <gtest/gtest.h>

#include "serve/events.h"
#include "small_preview.h"

namespace causerie {
namespace {

class ServeEvents : public testing::Test {
 protected:
  void SetUp() override {
    preview.make();
    shown = {preview.live.now().version, preview.live.now().preview->hash_of_page("/talk/roots/")};
  }

  // The names of the events, with their data if there is any.
  std::string told(bool follows = false, std::string_view path = "/talk/roots/") {
    const std::string events = events_for(preview.live.now(), preview.live.since(shown.version), path, follows, shown);
    std::string names;
    for (std::size_t at = 0; (at = events.find("event: ", at)) != std::string::npos; ++at) {
      const auto data = events.find("data: ", at);
      std::string value = events.substr(data + 6, events.find('\n', data) - data - 6);
      names += (names.empty() ? "" : ", ") + events.substr(at + 7, events.find('\n', at) - at - 7);
      if (value != "null") names += " " + value;
    }
    return names;
  }

  void save(const std::string& path, std::string_view text) {
    preview.put(path, text);
    preview.make({path});
  }

  SmallPreview preview;
  Shown shown;
};

constexpr std::string_view roots = "content/talk/01-roots.md";
constexpr std::string_view changed = "---\ntitle: Roots\ndate: 2026-05-01\n---\nA second word.\n";

TEST_F(ServeEvents, APageThatChangedIsLoadedAgain) {
  save(std::string(roots), changed);
  EXPECT_EQ(told(), "reload");
  EXPECT_EQ(told(), "fine");
}

TEST_F(ServeEvents, APageThatDidNotIsLeftAlone) {
  save("content/talk/03-leaves.md", "---\ntitle: Leaves\ndate: 2027-05-03\n---\nMore of them.\n");
  EXPECT_EQ(told(), "fine");
}

TEST_F(ServeEvents, WhoFollowsGoesToTheEssayThatWasSaved) {
  save("content/talk/03-leaves.md", "---\ntitle: Leaves\ndate: 2027-05-03\n---\nMore of them.\n");
  EXPECT_EQ(told(true), "go \"/talk/leaves/\"");
  save(std::string(roots), changed);
  EXPECT_EQ(told(true), "reload");
  save("content/talk/03-leaves.comments.yaml", "- id: a\n  author: Ann\n  body: Well.\n");
  EXPECT_EQ(told(true), "go \"/talk/leaves/\"");
}

TEST_F(ServeEvents, APageThatCameOrWentIsLoadedAgain) {
  ASSERT_TRUE(preview.files.remove(roots));
  save("content/talk/01-origins.md", changed);
  EXPECT_EQ(told(), "reload");
  shown.hash = preview.live.now().preview->hash_of_page("/talk/oaks/");
  save("content/talk/04-oaks.md", "---\ntitle: Oaks\ndate: 2026-05-20\n---\nTall.\n");
  EXPECT_EQ(told(false, "/talk/oaks/"), "reload");
}

TEST_F(ServeEvents, APictureConcernsEveryPage) {
  save("content/talk/tree.png", "9876543210");
  EXPECT_EQ(told(), "reload");
}

TEST_F(ServeEvents, WritersStylesheetsAreChangedInPlace) {
  save("content/talk/own.css", "p { color: red }");
  EXPECT_EQ(told(), "stylesheets [{\"from\":\"talk/own.css\",\"to\":\"talk/own.css\"}], fine");
}

TEST_F(ServeEvents, TheThemesStylesheetsAreChangedInPlace) {
  preview.put("site.yaml", "title: Letters\ntheme: own\n");
  preview.put("themes/own/theme.yaml", "extends: default\n");
  preview.put("themes/own/assets/style.css", "p { color: red }");
  preview.make({"site.yaml", "themes"});
  EXPECT_EQ(told(), "reload");
  const auto name = [&] { return preview.live.now().preview->prepared().theme.assets.back().output; };
  const std::string first = name();
  save("themes/own/assets/style.css", "p { color: green }");
  save("themes/own/assets/style.css", "p { color: blue }");
  EXPECT_EQ(told(), "stylesheets [{\"from\":\"" + first + "\",\"to\":\"" + name() + "\"}], fine");
  // Together with another change, it causes a reload.
  save("themes/own/assets/style.css", "p { color: black }");
  save(std::string(roots), changed);
  EXPECT_EQ(told(), "reload");
}

TEST_F(ServeEvents, FaultsAreToldUntilTheyAreMended) {
  preview.live.show_faults("<aside>4:1 \"wrong\"</aside>");
  EXPECT_EQ(told(), "faults \"\\u003caside>4:1 \\\"wrong\\\"\\u003c/aside>\"");
  preview.make({std::string(roots)});
  EXPECT_EQ(told(), "fine");
  preview.live.show_faults("<aside></aside>");
  save(std::string(roots), changed);
  EXPECT_EQ(told(), "reload");
}

TEST_F(ServeEvents, WhoWasAwayTooLongIsJudgedByWhatItShows) {
  for (int i = 0; i < 120; ++i) preview.live.show_faults("<aside></aside>");
  preview.make();
  ASSERT_FALSE(preview.live.since(shown.version));
  EXPECT_EQ(told(), "fine");
  shown = {7, "another run's"};
  EXPECT_EQ(told(), "reload");
}

TEST(ServeShown, IsAnEventsId) {
  const Shown shown = Shown::parse("1714-3f2a");
  EXPECT_EQ(shown.version, 1714U);
  EXPECT_EQ(shown.hash, "3f2a");
  EXPECT_EQ(shown.text(), "1714-3f2a");
  EXPECT_EQ(Shown::parse("-3f2a").version, 0U);
  for (const char* none : {"", "nothing", "99999999999999999999999-"}) EXPECT_EQ(Shown::parse(none).hash, "") << none;
}

TEST(ServeSeats, AreCounted) {
  LiveSite live(1);
  for (int i = 0; i < most_streams; ++i) EXPECT_TRUE(live.take_seat());
  EXPECT_FALSE(live.take_seat());
  live.leave_seat();
  EXPECT_TRUE(live.take_seat());
}

TEST(ServeSeats, AnswersThatWereNeverSentFreeTheirs) {
  SmallPreview preview;
  preview.make();
  for (int i = 0; i < 2 * most_streams; ++i) EXPECT_EQ(preview.ask("/-/events").status, 200);
  std::vector<HttpResponse> open;
  for (int i = 0; i < most_streams; ++i) open.push_back(preview.ask("/-/events?page=%2F&known=-x"));
  const HttpResponse one_too_many = preview.ask("/-/events");
  EXPECT_EQ(one_too_many.status, 503);
  EXPECT_EQ(header_of(one_too_many, "Retry-After"), "5");
}

}  // namespace
}  // namespace causerie
