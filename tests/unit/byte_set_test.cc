#include "base/byte_set.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

TEST(ByteSet, HoldsEveryByteItWasGivenAndNoOther) {
  constexpr ByteSet set = ByteSet("x\xFF").with(0, 2);
  for (int c = 0; c < 256; ++c) {
    const bool is_in = c == 'x' || c == 0xFF || c <= 2;
    EXPECT_EQ(set.has(static_cast<char>(c)), is_in) << c;
    EXPECT_EQ(set.complement().has(static_cast<char>(c)), !is_in) << c;
  }
  EXPECT_TRUE(ByteSet("").with(0, 255).has('\xFF'));
}

TEST(ByteSet, FindsTheNextOrTheEnd) {
  constexpr ByteSet set("&<");
  EXPECT_EQ(set.find_in("a&b<"), 1U);
  EXPECT_EQ(set.find_in("a&b<", 2), 3U);
  EXPECT_EQ(set.find_in("a&b<", 4), 4U);
  EXPECT_EQ(set.find_in("ab"), 2U);
  EXPECT_TRUE(set.occurs_in("a<"));
  EXPECT_FALSE(set.occurs_in(""));
}

}  // namespace
}  // namespace causerie
