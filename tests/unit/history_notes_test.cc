#include "content/history_notes.h"

#include <gtest/gtest.h>

#include "base/binary.h"

namespace causerie {
namespace {

constexpr Hash key{1, 2};

ObjectId id(char letter) {
  ObjectId id;
  id.bytes.fill(letter);
  return id;
}

HistoryNotes example_notes() {
  HistoryNotes notes;
  notes.state = "a state";
  notes.past.head = id('a');
  notes.past.prefix = "web/content";
  notes.past.commits = {{{1'700'000'000}, {{"essays/a\nb:c.md", id('b'), ""}, {"essays/gone.md", {}, ""}}},
                        {{-5}, {{"essays/gone.md", id('c'), "essays/ü.md"}}}};
  notes.facts = {{id('b'), {true, Day{2024, 5, 1}, {3, 4}}}, {id('c'), {}}};
  notes.differences = {{{5, 6}, {7, 8}}, {{7, 8}, {}}};
  return notes;
}

TEST(HistoryNotes, DecodesWhatItEncoded) {
  for (const HistoryNotes& notes : {example_notes(), HistoryNotes()})
    EXPECT_EQ(decode_notes(encode_notes(notes, key), key), notes);
}

TEST(HistoryNotes, AreNothingForAnotherProgramOrPlace) {
  EXPECT_EQ(decode_notes(encode_notes(example_notes(), key), {1, 3}), HistoryNotes());
}

TEST(HistoryNotes, AreNothingWhereABitIsWrongOrTheEndIsMissing) {
  const std::string good = encode_notes(example_notes(), key);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 4);
    EXPECT_EQ(decode_notes(bad, key), HistoryNotes()) << i;
    EXPECT_EQ(decode_notes(good.substr(0, i), key), HistoryNotes()) << i;
  }
  EXPECT_EQ(decode_notes(good + "x", key), HistoryNotes());
}

// Decoding invalid content with a correct hash terminates, and does not allocate excessive memory.
TEST(HistoryNotes, BearContentsThatMakeNoSense) {
  const std::string good = encode_notes(example_notes(), key);
  const std::string body = good.substr(0, good.size() - 16);
  int others = 0;
  for (std::size_t i = 19 + 16; i < body.size(); ++i) {  // after the format's name and the key
    for (const char byte : {'\0', '9', '\x7f', '\xff'}) {
      std::string bad = body;
      bad[i] = byte;
      others += decode_notes(std::move(BinaryWriter(bad)).finish(), key) == example_notes() ? 0 : 1;
    }
  }
  EXPECT_GT(others, 100);
}

TEST(HistoryNotes, WhatIsKnownIsFoundByItsKey) {
  Known<int, std::string> known{{3, "c"}, {1, "a"}, {3, "c"}, {2, "b"}};
  sort_known(known);
  ASSERT_EQ(known.size(), 3u);
  EXPECT_EQ(*find_in(known, 2), "b");
  EXPECT_EQ(find_in(known, 0), nullptr);
  EXPECT_EQ(find_in(known, 4), nullptr);
}

}  // namespace
}  // namespace causerie
