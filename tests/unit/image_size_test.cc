#include "formats/image_size.h"

#include <gtest/gtest.h>

#include <string>

namespace causerie {
namespace {

using std::string_literals::operator""s;

TEST(ImageSize, OfPng) {
  EXPECT_EQ(image_size("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xC8\x08"s), (ImageSize{320, 200}));
}

TEST(ImageSize, OfGif) { EXPECT_EQ(image_size("GIF89a\x40\1\xC8\0"s), (ImageSize{320, 200})); }

TEST(ImageSize, OfJpegBehindOtherSegments) {
  const std::string bytes = "\xFF\xD8\xFF\xE0\0\x04xx\xFF\xFF\xC4\0\x03x\xFF\xC2\0\x11\x08\0\xC8\1\x40\x03\1\x22\0"s;
  EXPECT_EQ(image_size(bytes), (ImageSize{320, 200}));
}

TEST(ImageSize, OfWebp) {
  const std::string head = "RIFF\x64\0\0\0WEBP"s;
  EXPECT_EQ(image_size(head + "VP8 \x20\0\0\0\0\0\0\x9d\x01\x2a\x40\1\xC8\0"s), (ImageSize{320, 200}));
  EXPECT_EQ(image_size(head + "VP8X\x0a\0\0\0\0\0\0\0\x3f\1\0\xC7\0\0"s), (ImageSize{320, 200}));
  EXPECT_EQ(image_size(head + "VP8L\x20\0\0\0\x2f\x3f\xC1\x31\0"s), (ImageSize{320, 200}));
}

TEST(ImageSize, OfSvgByItsLengthsElseItsViewBox) {
  EXPECT_EQ(image_size("<?xml version='1.0'?><svg width=\"320px\" height='200' viewBox=\"0 0 9 9\">"),
            (ImageSize{320, 200}));
  EXPECT_EQ(image_size("<svg xmlns='x' width='100%' viewBox='0 0 320 199.6'><path stroke-width='3'/>"),
            (ImageSize{320, 200}));
  EXPECT_EQ(image_size("<svg stroke-width='3'>"), std::nullopt);
}

TEST(ImageSize, OfNothingElseNorOfWhatIsCutOff) {
  for (const std::string& bytes : {""s, "words"s, "\x89PNG\r\n\x1a\n"s, "\xFF\xD8\xFF"s, "GIF8"s,
                                   "RIFF\0\0\0\0WEBPVP8L"s, "<svg"s, "\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0\0\0"s}) {
    EXPECT_EQ(image_size(bytes), std::nullopt) << bytes;
  }
}

}  // namespace
}  // namespace causerie
