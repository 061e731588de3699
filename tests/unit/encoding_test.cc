#include "base/encoding.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/diagnostic_encoding.h"
#include "content/history_cache.h"

namespace causerie {
namespace {

enum class Colour { red, green };

struct Inner {
  int number = 0;
  std::optional<std::string> text;
  bool operator==(const Inner&) const = default;
};

struct Outer {
  std::string name;
  std::vector<Inner> inners;
  Colour colour = Colour::red;
  std::uint64_t large = 0;
  std::int64_t negative = 0;
  bool flag = false;
  NotStored<int> not_stored;
  Hash hash;
  std::pair<std::string, int> pair;
  bool operator==(const Outer&) const = default;
};

Outer example_value() {
  return {.name = std::string("a\0b", 3),
          .inners = {{-1, std::nullopt}, {std::numeric_limits<int>::min(), "ü"}, {127, ""}},
          .colour = Colour::green,
          .large = std::numeric_limits<std::uint64_t>::max(),
          .negative = std::numeric_limits<std::int64_t>::min(),
          .flag = true,
          .not_stored = {5},
          .hash = {1, 2},
          .pair = {"x", 300}};
}

TEST(Encoding, EveryMemberIsKept) {
  const auto again = decoded<Outer>(encoded(example_value()));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, example_value());
  EXPECT_EQ(again->not_stored.value, 0);
  EXPECT_EQ(decoded<Outer>(encoded(Outer())), Outer());
}

TEST(Encoding, OtherBytesAreNothing) {
  const std::string good = encoded(example_value());
  for (std::size_t size = 0; size < good.size(); ++size) EXPECT_EQ(decoded<Outer>(good.substr(0, size)), std::nullopt);
  EXPECT_EQ(decoded<Outer>(good + "x"), std::nullopt);
  EXPECT_EQ(decoded<std::vector<std::string>>("\xFF\xFF\xFF\xFF\x0F"), std::nullopt);  // more than there are bytes
}

TEST(Encoding, NumbersNearZeroAreShort) {
  EXPECT_EQ(encoded(0).size(), 1u);
  EXPECT_EQ(encoded(-1).size(), 1u);
  EXPECT_EQ(encoded(63).size(), 1u);
  EXPECT_EQ(encoded(64).size(), 2u);
}

TEST(Encoding, DiagnosticsAreKept) {
  Diagnostics diagnostics;
  diagnostics.warning("no-date", {"content/a.md", {{1, 2}, {3, 4}}}, "no date").hint("add one").hint("or two");
  diagnostics.error("bad-date", {"content/b.md", {}}, "bad");
  const auto again = decoded<Diagnostics>(encoded(diagnostics));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->items(), diagnostics.items());
}

TEST(HistoryCache, WhatIsKnownIsFoundByItsKey) {
  Known<int, std::string> known{{3, "c"}, {1, "a"}, {3, "c"}, {2, "b"}};
  sort_known(known);
  ASSERT_EQ(known.size(), 3u);
  EXPECT_EQ(*find_in(known, 2), "b");
  EXPECT_EQ(find_in(known, 0), nullptr);
  EXPECT_EQ(find_in(known, 4), nullptr);
}

}  // namespace
}  // namespace causerie
