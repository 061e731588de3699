// A hint that is a replacement is right: whoever follows it has no error any more.
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "base/text.h"
#include "example_sites.h"

namespace causerie {
namespace {

struct Mistake {
  std::string file;  // with `{}` where the mistake is
  std::string text;
  std::string wrong;  // what is written in its place
};

ExampleBuild build_of(const Mistake& mistake, const std::string& written) {
  ExampleSite site;
  site.put("content/index.md", "Welcome.\n")
      .put("content/talks/series.yaml", "title: Talks\n")
      .put("content/talks/01-one.md", "---\ntitle: One\ndate: 2026-01-01\n---\n## A first thing\n")
      .put("content/talks/img/map.svg", "<svg/>")
      .put("content/talks/pic#1.svg", "<svg/>")
      .put("content/talks/p%20q.svg", "<svg/>")
      .put("content/essays/on-naps.md", "---\ntitle: Naps\ndate: 2026-02-01\n---\nText.\n")
      .put(mistake.file, replace_all(mistake.text, "{}", written));
  return site.build();
}

// What the hints of the errors offer to write.
std::vector<std::string> offers_in(const std::string& diagnostics) {
  std::vector<std::string> offers;
  static const std::regex quoted("'([^']+)'"), day("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  for (const std::string_view line : lines_of(diagnostics)) {
    const std::string hint(trim(line));
    const auto after = [&](std::string_view begin) { return hint.substr(begin.size()); };
    const auto take_all = [&](const std::regex& pattern, int group) {
      for (std::sregex_iterator i(hint.begin(), hint.end(), pattern), end; i != end; ++i) offers.push_back((*i)[group]);
    };
    constexpr std::string_view quotes = "hint: put quotes around the value: ", example = "hint: for example: ";
    if (hint.starts_with("hint: did you mean") || hint.starts_with("hint: write '") ||
        hint.starts_with("hint: the page of the series is '")) {
      take_all(quoted, 1);
    } else if (hint.starts_with("hint: write it as ") && std::regex_search(hint, day)) {
      take_all(day, 0);
    } else if (hint.starts_with("hint: write it as ")) {
      offers.push_back(after("hint: write it as "));
    } else if (hint.starts_with(quotes)) {
      offers.push_back(after(quotes));
    } else if (hint.starts_with(example)) {
      offers.push_back(after(example));
    }
  }
  return offers;
}

std::string part_with(std::string_view keys, std::string_view body) {
  return "---\ntitle: Two\n" + std::string(keys) + "---\n" + std::string(body) + "\n";
}

std::vector<Mistake> mistakes() {
  const std::string part = "content/talks/02-two.md", dated = "date: 2026-01-02\n";
  std::vector<Mistake> all;
  for (const char* wrong : {"map.svg", "./map.svg", "img/mpa.svg", "IMG/map.svg", "on-naps.md", "01-on.md", "index.md",
                            "pic#1.svg", "p%20q.svg", "/essays", "/talks/one"}) {
    all.push_back({part, part_with(dated, "[x]({})"), wrong});
  }
  for (const char* wrong : {"pic#1.svg", "map.svg", "p%20q.svg"})
    all.push_back({part, part_with(dated + "image: {}\n", "Text."), wrong});
  all.push_back({part, part_with(dated, "[x](01-one.md#{})"), "a-first-thin"});
  for (const char* wrong : {"30.11.2025", "11/30/2025", "04/05/2025", "30 Nov 2025", "November 30, 2025", "2025/11/30",
                            "20251130", "1.2.26", "30. Dezember 2025"}) {
    all.push_back({part, part_with("date: {}\n", "Text."), wrong});
  }
  for (const char* wrong : {"toc: true", "toc: no", "comments: true", "comments: false"})
    all.push_back({part, part_with(dated + "{}\n", "Text."), wrong});
  all.push_back({part, part_with(dated, "[x](essay:{})"), "on-nap"});
  all.push_back({part, part_with(dated, "[x](series:{}/1)"), "talk"});
  all.push_back({part, part_with(dated, "[x]({}:first)"), "serie"});
  all.push_back({part, part_with(dated + "comments: {}\n", "Text."), "opne"});
  all.push_back({part, part_with("{}: 2026-01-02\n", "Text."), "dat"});
  all.push_back({part, part_with(dated + "language: {}\n", "Text."), "en_GB"});
  all.push_back({part, part_with(dated + "slug: {}\n", "Text."), "Two Words"});
  all.push_back({part, part_with(dated + "{}\n", "Text."), "summary: One: two"});
  all.push_back(
      {"content/talks/series.yaml", "title: Talks\nplanned:\n  - {part: 3, {}}\n", "title: Postscripts: a defence"});
  all.push_back({"content/talks/series.yaml", "title: Talks\nstatus: {}\n", "complet"});
  return all;
}

TEST(ReplacementHints, LeaveNoErrorBehind) {
  for (const Mistake& mistake : mistakes()) {
    const ExampleBuild wrong = build_of(mistake, mistake.wrong);
    EXPECT_NE(wrong.diagnostics.find(": error: "), std::string::npos) << mistake.wrong << " is no mistake";
    const std::vector<std::string> offers = offers_in(wrong.diagnostics);
    EXPECT_FALSE(offers.empty()) << mistake.wrong << "\n" << wrong.diagnostics;
    for (const std::string& offer : offers) {
      const ExampleBuild right = build_of(mistake, offer);
      EXPECT_EQ(right.diagnostics.find(": error: "), std::string::npos) << mistake.wrong << " became " << offer << "\n"
                                                                        << right.diagnostics;
    }
  }
}

}  // namespace
}  // namespace causerie
