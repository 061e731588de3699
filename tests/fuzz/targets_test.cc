// Runs every target on its seeds and on some hundred mutations of them, the same in every run.
#include <gtest/gtest.h>

#include <algorithm>

#include "fuzz/mutations.h"
#include "fuzz/seeds.h"
#include "fuzz/target.h"

namespace causerie::fuzz {
namespace {

constexpr int most_mutations = 600;

// The first violated property and the input that violates it; empty if there is none.
std::string first_fault(const Target& target, int mutations) {
  const std::vector<std::string> seeds = seeds_of(target);
  Mutations changed(2026);
  for (std::size_t i = 0; i < seeds.size() + static_cast<std::size_t>(mutations); ++i) {
    const std::string input = i < seeds.size() ? seeds[i] : changed.next(seeds, target.tokens);
    const Faults faults = target.attempt(input);
    if (!faults.empty()) return faults[0] + "\n" + input;
  }
  return "";
}

TEST(FuzzTargets, HoldOnSeedsAndChangesOfThem) {
  for (const Target* const target : targets) {
    EXPECT_GE(seeds_of(*target).size(), 10u) << target->name;
    EXPECT_EQ(first_fault(*target, most_mutations), "") << target->name;
  }
}

// A fault triggered by a text in the seeds is found in the seeds, one triggered by a text in no seed among mutations.
TEST(FuzzTargets, WhatDoesNotHoldIsFound) {
  static constexpr std::string_view globs[] = {"content/**.md"};
  static constexpr std::string_view tokens[] = {"<!X"};
  const auto of = [](Faults (*attempt)(std::string_view)) {
    return Target{.name = "faulty", .attempt = attempt, .seed_files = globs, .tokens = tokens};
  };
  const Target on_seeds = of(
      [](std::string_view bytes) { return bytes.find("---") == std::string_view::npos ? Faults() : Faults{"a line"}; });
  EXPECT_EQ(first_fault(on_seeds, 0).substr(0, 7), "a line\n");
  const Target on_changes = of(
      [](std::string_view bytes) { return bytes.find("<!X") == std::string_view::npos ? Faults() : Faults{"a word"}; });
  EXPECT_EQ(first_fault(on_changes, 0), "");
  EXPECT_EQ(first_fault(on_changes, 100).substr(0, 7), "a word\n");
}

TEST(FuzzTargets, ChangesAreTheSameInEveryRun) {
  const std::vector<std::string> seeds{"a text of words", "another"};
  Mutations one(1), same(1), other(2);
  std::vector<std::string> first, again, others;
  for (int i = 0; i < 50; ++i) {
    first.push_back(one.next(seeds, {}));
    again.push_back(same.next(seeds, {}));
    others.push_back(other.next(seeds, {}));
  }
  EXPECT_EQ(first, again);
  EXPECT_NE(first, others);
}

}  // namespace
}  // namespace causerie::fuzz
