#include "content/history_notes.h"

#include <gtest/gtest.h>

#include "base/binary.h"

namespace causerie {
namespace {

constexpr Hash key{1, 2};

HistoryNotes example() {
  HistoryNotes notes;
  notes.head = std::string(40, 'a');
  notes.commits = {{{1'700'000'000}, {{"essays/a\nb:c.md", std::string(40, 'b'), ""}, {"essays/gone.md", "", ""}}},
                   {{-5}, {{"essays/gone.md", std::string(40, 'c'), "essays/ü.md"}}}};
  notes.facts = {{std::string(40, 'b'), {true, Day{2024, 5, 1}, {3, 4}}}, {std::string(40, 'c'), {}}};
  notes.differences = {{{5, 6}, "\x1Dp\x1E=One.\n\x1E+Two."}, {{7, 8}, ""}};
  return notes;
}

TEST(HistoryNotes, DecodesWhatItEncoded) {
  for (const HistoryNotes& notes : {example(), HistoryNotes()})
    EXPECT_EQ(decode_notes(encode_notes(notes, key), key), notes);
}

TEST(HistoryNotes, AreNothingForAnotherProgramOrPlace) {
  EXPECT_EQ(decode_notes(encode_notes(example(), key), {1, 3}), HistoryNotes());
}

TEST(HistoryNotes, AreNothingWhereABitIsWrongOrTheEndIsMissing) {
  const std::string good = encode_notes(example(), key);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 4);
    EXPECT_EQ(decode_notes(bad, key), HistoryNotes()) << i;
    EXPECT_EQ(decode_notes(good.substr(0, i), key), HistoryNotes()) << i;
  }
  EXPECT_EQ(decode_notes(good + "x", key), HistoryNotes());
}

// Bytes whose hash is right and whose contents are not end somewhere, and ask for no memory.
TEST(HistoryNotes, BearContentsThatMakeNoSense) {
  const std::string good = encode_notes(example(), key);
  const std::string body = good.substr(0, good.size() - 16);
  int others = 0;
  for (std::size_t i = 19 + 16; i < body.size(); ++i) {  // behind the format's name and the key
    for (const char byte : {'\0', '9', '\x7f', '\xff'}) {
      std::string bad = body;
      bad[i] = byte;
      others += decode_notes(std::move(BinaryWriter(bad)).finish(), key) == example() ? 0 : 1;
    }
  }
  EXPECT_GT(others, 100);
}

}  // namespace
}  // namespace causerie
