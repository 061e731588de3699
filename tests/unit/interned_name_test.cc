#include "base/interned_name.h"

#include <gtest/gtest.h>

#include <string>

namespace causerie {
namespace {

TEST(InternedName, IsOneForEqualTexts) {
  const std::string title = "title";
  EXPECT_EQ(&InternedName(title).text(), &InternedName("title").text());
  EXPECT_EQ(InternedName(title), InternedName("title"));
  EXPECT_NE(InternedName("title"), InternedName("titles"));
  EXPECT_EQ(InternedName().text(), "");
}

TEST(InternedName, IsOrderedLikeItsText) {
  const InternedName late("zebra"), early("aardvark");  // late first in memory
  EXPECT_LT(early, late);
  EXPECT_GT(InternedName("(layout)2"), InternedName("(layout)"));
}

}  // namespace
}  // namespace causerie
