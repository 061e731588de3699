// Runs tests/examples/threads.md: who answers whom, in what order, and what remains of removed comments. Below, larger
// cases.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "example_sites.h"

namespace causerie {
namespace {

TEST(ThreadExamples, AllHold) { EXPECT_GE(run_site_examples("threads.md").size(), 20u); }

ExampleBuild build_with(const std::string& comments) {
  ExampleSite site;
  site.put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
  site.put("content/essays/2026-01-05-naps.comments.yaml", comments);
  return site.build();
}

std::string one(int id, int parent, int minute) {
  return fmt::format("- {{id: c{}, {}author: N{}, date: 2026-01-06T{:02}:{:02}:{:02}Z, body: x}}\n", id,
                     parent < 0 ? "" : fmt::format("parent: c{}, ", parent), id, minute / 3600, minute / 60 % 60,
                     minute % 60);
}

// Each comment answers the one before. Nesting ends at level 200, which is close to browsers' own limit; the rest
// follow at that level in order.
void expect_chain(int length) {
  std::string comments;
  for (int i = 0; i < length; ++i) comments += one(i, i - 1, i);
  const ExampleBuild built = build_with(comments);
  ASSERT_EQ(built.diagnostics, "");
  const auto shown = shown_comments(built.page("/essays/naps/"));
  ASSERT_EQ(static_cast<int>(shown.size()), length);
  for (int i = 0; i < length; ++i) {
    const ShownComment& comment = shown[static_cast<std::size_t>(i)];
    ASSERT_EQ(comment.id, fmt::format("c{}", i));
    ASSERT_EQ(comment.level, std::min(i + 1, 200));
    ASSERT_EQ(comment.parent, i == 0 ? "" : fmt::format("c{}", std::min(i - 1, 198)));
    ASSERT_EQ(comment.reply_to, i == 0 ? "" : fmt::format("in reply to N{}", i - 1));
    if (i > 0) {
      ASSERT_LE(comment.elements_around, 2);
    }
  }
}

TEST(Threads, TwelveDeep) { expect_chain(12); }
TEST(Threads, TwoHundredDeep) { expect_chain(200); }
TEST(Threads, TwoHundredAndOneDeep) { expect_chain(201); }
TEST(Threads, FiveThousandDeep) { expect_chain(5000); }

TEST(Threads, AfterTheDeepestTheNextStandsWhereItBelongs) {
  std::string comments;
  for (int i = 0; i < 300; ++i) comments += one(i, i - 1, i);
  comments += one(900, 3, 1000) + one(901, -1, 1001) + one(902, 250, 1002);
  const auto shown = shown_comments(build_with(comments).page("/essays/naps/"));
  ASSERT_EQ(shown.size(), 303U);
  std::map<std::string, ShownComment> by_id;
  for (const ShownComment& comment : shown) by_id[comment.id] = comment;
  EXPECT_EQ(by_id["c900"].parent, "c3");
  EXPECT_EQ(by_id["c901"].parent, "");
  EXPECT_EQ(by_id["c902"].reply_to, "in reply to N250");
  EXPECT_EQ(by_id["c902"].level, 200);
}

TEST(Threads, ALargeCycleInAStrangersFileIsCutOnce) {
  std::string comments;
  constexpr int length = 5000;
  for (int i = 0; i < length; ++i) {
    comments += fmt::format("- {{_id: c{}, reply_to: c{}, name: N, date: {}, message: x}}\n", i, (i + 1) % length,
                            1767000000 + (i * 7919) % length);
  }
  ExampleSite site;
  site.put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
  site.put("content/essays/2026-01-05-naps.comments/all.yml", comments);
  const ExampleBuild built = site.build();
  ASSERT_EQ(built.items.size(), 1U) << built.diagnostics;
  EXPECT_EQ(built.comments_shown, length);
  EXPECT_EQ(shown_comments(built.page("/essays/naps/")).at(0).id, "c0");
}

struct Written {
  std::string parent;
  std::string status;
};

// Describes a violation of what must hold for every conversation; empty if there is none.
std::string fault_of(const std::map<std::string, Written>& written, const std::vector<ShownComment>& shown) {
  std::map<std::string, const ShownComment*> by_id;
  for (const ShownComment& comment : shown) {
    if (!by_id.emplace(comment.id, &comment).second) return comment.id + " stands twice";
  }
  std::set<std::string> needed;  // by a shown reply
  for (const auto& [id, comment] : written) {
    if (comment.status != "approved") continue;
    if (by_id.count(id) == 0) return id + " is lost";
    if (by_id[id]->is_tombstone) return id + " is a tombstone";
    std::string above = comment.parent;
    while (!above.empty() && needed.insert(above).second)
      above = written.count(above) > 0 ? written.at(above).parent : "";
  }
  for (const auto& [id, comment] : by_id) {
    const bool is_written = written.count(id) > 0;
    const bool is_approved = is_written && written.at(id).status == "approved";
    if (comment->is_tombstone == is_approved) return id + " is shown as what it is not";
    if (!is_approved && needed.count(id) == 0) return id + " stands without need";
    if (comment->parent != (is_written ? written.at(id).parent : "")) return id + " is in " + comment->parent;
    if (comment->level > 1 && comment->elements_around > 2) return id + " has too many elements around it";
  }
  return "";
}

std::string random_forest(std::mt19937& random, std::map<std::string, Written>& written) {
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  const char* const states[] = {"approved", "approved", "approved", "pending", "spam", "removed"};
  const int count = 1 + below(60);
  std::vector<int> order;
  for (int i = 0; i < count; ++i) order.push_back(i);
  std::shuffle(order.begin(), order.end(), random);
  std::string comments;
  for (const int i : order) {
    // A parent has a smaller number, so that there is no cycle, or does not exist.
    std::string parent = i == 0 || below(3) == 0 ? "" : fmt::format("c{}", below(i));
    if (below(12) == 0) parent = fmt::format("lost{}", below(3));
    const std::string status = states[below(6)];
    comments += fmt::format("- {{id: c{}, author: N{}, status: {}, body: x", i, i, status);
    if (!parent.empty()) comments += ", parent: " + parent;
    if (below(4) > 0) comments += fmt::format(", date: {}", 1767000000 + below(40));
    comments += "}\n";
    written[fmt::format("c{}", i)] = {parent, status};
  }
  return comments;
}

TEST(Threads, AForestLosesNoComment) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::map<std::string, Written> written;
    const std::string comments = random_forest(random, written);
    const ExampleBuild built = build_with(comments);
    ASSERT_EQ(fault_of(written, shown_comments(built.page("/essays/naps/"))), "") << seed << "\n" << comments;
  }
}

TEST(Threads, TheTestOfForestsCanFail) {
  const std::map<std::string, Written> written = {
      {"c1", {"", "approved"}}, {"c2", {"c1", "approved"}}, {"c3", {"", "removed"}}};
  const auto shown = [](const char* id, const char* parent, int level, bool is_tombstone) {
    ShownComment comment;
    comment.id = id;
    comment.parent = parent;
    comment.level = level;
    comment.is_tombstone = is_tombstone;
    return comment;
  };
  const ShownComment c1 = shown("c1", "", 1, false), c2 = shown("c2", "c1", 2, false);
  EXPECT_EQ(fault_of(written, {c1, c2}), "");
  EXPECT_EQ(fault_of(written, {c1}), "c2 is lost");
  EXPECT_EQ(fault_of(written, {c1, shown("c2", "", 1, false)}), "c2 is in ");
  EXPECT_EQ(fault_of(written, {c1, c2, c2}), "c2 stands twice");
  EXPECT_EQ(fault_of(written, {c1, c2, shown("c3", "", 1, true)}), "c3 stands without need");
  EXPECT_EQ(fault_of(written, {shown("c1", "", 1, true), c2}), "c1 is a tombstone");
}

}  // namespace
}  // namespace causerie
