#include "base/shared_name.h"

#include <gtest/gtest.h>

#include <string>

namespace causerie {
namespace {

TEST(SharedName, IsOneForEqualTexts) {
  const std::string title = "title";
  EXPECT_EQ(&SharedName(title).text(), &SharedName("title").text());
  EXPECT_EQ(SharedName(title), SharedName("title"));
  EXPECT_NE(SharedName("title"), SharedName("titles"));
  EXPECT_EQ(SharedName().text(), "");
}

TEST(SharedName, IsOrderedLikeItsText) {
  const SharedName late("zebra"), early("aardvark");  // late first in memory
  EXPECT_LT(early, late);
  EXPECT_GT(SharedName("(layout)2"), SharedName("(layout)"));
}

}  // namespace
}  // namespace causerie
