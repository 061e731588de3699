// Which bytes are valid UTF-8: Unicode 15, table 3-7.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/text.h"

namespace causerie {
namespace {

TEST(Utf8, WhatIsWellFormedHasNoInvalidByte) {
  for (const std::string_view text : {"", "a", "12345678", "\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                      "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string whole = std::string(before, 'x') + std::string(text) + "0123456789";
      EXPECT_EQ(first_invalid_byte(whole), std::nullopt) << before;
      EXPECT_EQ(first_invalid_byte(std::string_view(whole).substr(0, before + text.size())), std::nullopt) << before;
    }
  }
}

// Overlong forms, surrogates, code points beyond Unicode, truncated sequences, and invalid lead bytes; at every
// distance from the beginning and from the end.
TEST(Utf8, TheFirstInvalidByteIsFoundWhereverItStands) {
  for (const std::string_view wrong :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2x", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      for (const std::size_t after : {0U, 1U, 9U}) {
        const std::string text = std::string(before, 'x') + std::string(wrong) + std::string(after, 'y');
        EXPECT_EQ(first_invalid_byte(text), before) << wrong.size() << " " << after;
      }
    }
  }
}

}  // namespace
}  // namespace causerie
