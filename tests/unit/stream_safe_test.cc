// Rows of combining characters are cut, so that normalising them takes linear time.
#include <gtest/gtest.h>

#include <string>

#include "base/unicode.h"

namespace causerie {
namespace {

std::string acutes(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "\u0301";
  return text;
}

TEST(StreamSafe, LeavesWhatPeopleWrite) {
  for (const char* const text : {"", "plain", "ế", "e\u0302\u0301", "नमस्ते", "한국어", "👩‍🚀"})
    EXPECT_FALSE(stream_safe(text)) << text;
  EXPECT_FALSE(stream_safe("a" + acutes(30)));
}

TEST(StreamSafe, PutsAJoinerAfterThirtyInARow) {
  EXPECT_EQ(stream_safe("a" + acutes(31) + "b"), "a" + acutes(30) + "\u034F" + acutes(1) + "b");
  EXPECT_EQ(stream_safe(acutes(61)), acutes(30) + "\u034F" + acutes(30) + "\u034F" + acutes(1));
  EXPECT_FALSE(stream_safe("a" + acutes(30) + "b" + acutes(30)));
}

TEST(StreamSafe, NormalisingAgainChangesNothing) {
  const std::string once = nfc("e" + acutes(100));
  EXPECT_EQ(once, "é" + acutes(29) + "\u034F" + acutes(30) + "\u034F" + acutes(30) + "\u034F" + acutes(10));
  EXPECT_EQ(nfc(once), once);
}

// Quadratic work would take minutes here.
TEST(StreamSafe, AMillionMarksAreNoWork) { EXPECT_GT(nfc("a" + acutes(1'000'000)).size(), 2'000'000u); }

}  // namespace
}  // namespace causerie
